"""Whatever is done in whatever order, the archive is what a simple list of states says it is."""

import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from lrt_desk.errors import DeskError
from lrt_desk.model.ids import Id
from lrt_desk.model.people import Organisation
from lrt_desk.store.archive import create_archive, open_archive
from lrt_desk.store.check import check
from tests.store.sample import KEY

Rows = dict[Id, Organisation]
IDS = st.sampled_from([Id("a"), Id("b"), Id("c")])
ROWS = st.builds(Organisation, id=IDS, code=st.text("xyé", max_size=2), parent_id=st.none() | IDS)


def sound(rows: Rows) -> bool:
    """Tell whether every row that is referred to is there."""
    return all(row.parent_id is None or row.parent_id in rows for row in rows.values())


class Desk(RuleBasedStateMachine):
    """An archive beside lists of the states it went through."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name, "tafel.lrt")
        self.archive = create_archive(self.path, KEY)
        self.now: Rows = {}
        self.past: list[tuple[str, Rows]] = []
        self.future: list[tuple[str, Rows]] = []
        self.count = 0

    def teardown(self) -> None:
        assert check(self.archive) == ()
        self.archive.close()
        self.folder.cleanup()

    @rule(
        rows=st.lists(ROWS, max_size=3),
        gone=st.sets(IDS, max_size=2),
        wall=st.booleans(),
        fails=st.booleans(),
    )
    def write(self, rows: list[Organisation], gone: set[Id], wall: bool, fails: bool) -> None:
        wanted = {**self.now, **{row.id: row for row in rows}}
        gone &= wanted.keys()
        wanted = {one: row for one, row in wanted.items() if one not in gone}
        self.count += 1
        label = f"Bewerking {self.count}"
        try:
            with self.archive.atomic(label, wall=wall):
                for row in rows:
                    self.archive.put(row)
                for one in sorted(gone):
                    self.archive.remove(self.archive.get(Organisation, one))
                if fails:
                    raise ZeroDivisionError
        except ZeroDivisionError:
            return
        except DeskError:
            assert not sound(wanted)
            return
        assert sound(wanted)
        if not self.archive.change(Id("")).ids:
            assert wanted == self.now
            return
        self.past = [] if wall else [*self.past, (label, self.now)]
        self.future, self.now = [], wanted

    @rule(row=ROWS)
    def fail_within(self, row: Organisation) -> None:
        self.count += 1
        with self.archive.atomic(f"Bewerking {self.count}"):
            try:
                with self.archive.atomic("Binnen"):
                    self.archive.put(replace(row, name="mislukt"))
                    raise ZeroDivisionError
            except ZeroDivisionError:
                pass

    @rule()
    def undo(self) -> None:
        change = self.archive.undo()
        assert (change is not None) == bool(self.past)
        if change:
            label, before = self.past.pop()
            assert change.label == label
            self.future.append((label, self.now))
            self.now = before

    @rule()
    def redo(self) -> None:
        change = self.archive.redo()
        assert (change is not None) == bool(self.future)
        if change:
            label, after = self.future.pop()
            assert change.label == label
            self.past.append((label, self.now))
            self.now = after

    @precondition(lambda self: self.past)
    @rule()
    def undo_and_redo_are_inverse(self) -> None:
        before = self.archive.find(Organisation)
        self.archive.undo()
        self.archive.redo()
        assert self.archive.find(Organisation) == before

    @rule()
    def reopen(self) -> None:
        self.archive.close()
        self.archive = open_archive(self.path, KEY)
        assert self.archive.findings == ()

    @invariant()
    def the_archive_is_what_it_should_be(self) -> None:
        assert {row.id: row for row in self.archive.find(Organisation)} == self.now
        assert self.archive.undo_label() == (self.past[-1][0] if self.past else "")
        assert self.archive.redo_label() == (self.future[-1][0] if self.future else "")


class TestDesk(Desk.TestCase):
    """The machine at work."""

    settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
