"""What a command reports back."""

from dataclasses import dataclass

from lrt_desk.model.ids import Id


@dataclass(frozen=True, slots=True)
class Change:
    """What a command did: words for undo, the row it was about, and all that it touched.

    `kinds` are names of model classes; screens refresh by them.
    """

    label: str
    subject: Id
    kinds: frozenset[str] = frozenset()
    ids: frozenset[Id] = frozenset()
