"""The title of minutes, the body it names, and what the file name adds when nothing else does."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath

from lrt_desk.i18n import t
from lrt_desk.intake.bodies import NamedBody, find_body
from lrt_desk.intake.evidence import names_minutes
from lrt_desk.intake.head import Head
from lrt_desk.intake.lines import Line
from lrt_desk.model.reading import ReadRemark
from lrt_desk.rules.dates import find_days, read_day

_TOP = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """The title, the body, and the places of the lines that gave them.

    `dated` are the words of the head in which a date may stand.
    """

    text: str
    body: NamedBody
    dated: str
    used: frozenset[int] = frozenset()


def read_title(head: Head, lines: Mapping[int, Line], furniture: str) -> Title:
    """Read title and body from the title field, the loose lines of the head, or page headers."""
    loose = {
        at: " ".join(lines[at].raw.replace("|", " ").split())
        for at in head.free[:_TOP]
        if len(lines[at].raw) < 160
    }
    named = next((at for at, words in loose.items() if names_minutes(words)), None)
    title = head.fields.get("title", "")
    if not title and named is not None:
        title = loose[named]
    if not title:
        title = next((line for line in furniture.splitlines() if names_minutes(line)), "")
    if not title and loose and not furniture:
        title = next(iter(loose.values()))
    words = "\n".join((*loose.values(), furniture))
    used = {at for at, text in loose.items() if text == title or find_days(text)}
    body = find_body(title, words)
    used |= {at for at, text in loose.items() if find_body(text, "") == body or _is(text, body)}
    return Title(
        text=title,
        body=body,
        dated="\n".join((title, *(loose[at] for at in sorted(used)))),
        used=frozenset(used),
    )


def from_file_name(file_name: str) -> tuple[NamedBody, dt.date | None]:
    """Read body and date from a file name such as verslag-lrt-2023-11-10.txt."""
    words = re.sub(r"(?<=[^\W\d_])[-_]|_", " ", PurePath(file_name).stem)
    return find_body(words.replace("-", " "), ""), read_day(words)


def missing_facts(
    body: str, name: str, date: dt.date | None, guessed: dt.date | None
) -> list[ReadRemark]:
    """Remark on a body or date that the text itself does not give."""
    remarks = []
    if not body and name:
        unknown = t("De bron noemt “{name}”; kies zelf bij welk overleg dit hoort.", name=name)
        remarks.append(ReadRemark(text=unknown, quote=name))
    elif not body:
        remarks.append(ReadRemark(text=t("De bron noemt geen overleg dat herkend is.")))
    if date is None and guessed is not None:
        remarks.append(ReadRemark(text=t("De datum komt uit de naam van het bestand.")))
    elif date is None:
        remarks.append(ReadRemark(text=t("De bron noemt geen datum van de vergadering.")))
    return remarks


def _is(text: str, body: NamedBody) -> bool:
    return bool(body.name) and body.name in " ".join(text.split())
