"""The agenda is kept as it went out, and what it was can be compared with what it is."""

import pytest

from lrt_desk.commands import agenda, bodies, sessions
from lrt_desk.commands.originals import original
from lrt_desk.commands.versions import sent_agendas
from lrt_desk.errors import DeskError
from lrt_desk.model.meetings import AgendaItem, AgendaVersion, Body
from lrt_desk.store.archive import Archive
from tests.commands.tables import Table


def test_an_agenda_is_fixed_with_every_invitation_that_reads_otherwise(
    archive: Archive, table: Table
) -> None:
    assert original(archive, table.first).earlier_agenda is None
    sessions.mark_invited(archive, table.first)
    sessions.mark_invited(archive, table.first)
    assert len(archive.find(AgendaVersion, session_id=table.first)) == 1
    assert original(archive, table.first).earlier_agenda is None
    item = archive.find(AgendaItem, session_id=table.first)[0]
    agenda.edit_item(archive, item.id, title="Opening")
    sent = original(archive, table.first).earlier_agenda
    assert sent is not None
    assert sent.items[0].title == item.title
    assert sent.version is not None
    assert sent.version.number == "1"
    sessions.mark_invited(archive, table.first)
    assert [one.items[0].title for one in sent_agendas(archive, table.first)] == [
        item.title,
        "Opening",
    ]


def test_a_logo_is_set_with_its_description_and_taken_away(archive: Archive, table: Table) -> None:
    with pytest.raises(DeskError, match="omschrijving"):
        bodies.set_logo(archive, table.body, logo=b"png", text=" ")
    bodies.set_logo(archive, table.body, logo=b"png", text="Beeldmerk")
    assert archive.get(Body, table.body).logo_text == "Beeldmerk"
    bodies.set_logo(archive, table.body, logo=b"", text="Beeldmerk")
    assert (archive.get(Body, table.body).logo, archive.get(Body, table.body).logo_text) == (
        b"",
        "",
    )
    archive.undo()
    assert archive.get(Body, table.body).logo == b"png"
