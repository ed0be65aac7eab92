"""Bodies that meet and the organisations at their tables."""

from dataclasses import replace

from lrt_desk.errors import DeskError
from lrt_desk.i18n import t
from lrt_desk.model.change import Change
from lrt_desk.model.ids import Id, new_id
from lrt_desk.model.meetings import Body
from lrt_desk.model.people import Organisation
from lrt_desk.rules.codes import code_key
from lrt_desk.rules.text import cleaned, one_line
from lrt_desk.store.archive import Archive


def add_body(
    archive: Archive, *, code: str, name: str = "", parent_id: Id | None = None, mailbox: str = ""
) -> Change:
    """Add a body; its code is unique, whatever its capitals and apostrophes."""
    with archive.atomic(t("Overleg toevoegen")):
        body = Body(id=new_id(), code=code, name=name, parent_id=parent_id, mailbox=mailbox)
        if parent_id is not None:
            archive.get(Body, parent_id)
        _refuse_code(code, taken=find_body(archive, code) is not None)
        archive.put(cleaned(body))
        return archive.change(body.id)


def edit_body(archive: Archive, body_id: Id, *, name: str, mailbox: str) -> Change:
    """Rename a body or change the mailbox it invites from; its code is in references and stays."""
    with archive.atomic(t("Overleg wijzigen")):
        body = archive.get(Body, body_id)
        archive.put(cleaned(replace(body, name=name, mailbox=mailbox)))
        return archive.change(body_id)


def set_logo(archive: Archive, body_id: Id, *, logo: bytes, text: str) -> Change:
    """Put a picture (PNG, as `intake.logo` gives it) at the head of a body's documents.

    `text` says what it shows, for who cannot see it; no picture takes the logo away.
    """
    with archive.atomic(t("Logo wijzigen")):
        body = archive.get(Body, body_id)
        if logo and not one_line(text):
            raise DeskError(
                t("Het logo heeft geen omschrijving."),
                t("Schrijf in een paar woorden wat het logo toont."),
            )
        archive.put(replace(body, logo=logo, logo_text=one_line(text) if logo else ""))
        return archive.change(body_id)


def add_organisation(
    archive: Archive, *, code: str, name: str = "", parent_id: Id | None = None
) -> Change:
    """Add an organisation; its code is unique, whatever its capitals and apostrophes."""
    with archive.atomic(t("Organisatie toevoegen")):
        added = Organisation(id=new_id(), code=code, name=name, parent_id=parent_id)
        if parent_id is not None:
            archive.get(Organisation, parent_id)
        _refuse_code(code, taken=find_organisation(archive, code) is not None)
        archive.put(cleaned(added))
        return archive.change(added.id)


def find_body(archive: Archive, code: str) -> Body | None:
    """Find a body by its code, however it is typed."""
    bodies = archive.find(Body)
    return next((body for body in bodies if code_key(body.code) == code_key(code)), None)


def find_organisation(archive: Archive, code: str) -> Organisation | None:
    """Find an organisation by its code, however it is typed."""
    found = archive.find(Organisation)
    return next((one for one in found if code_key(one.code) == code_key(code)), None)


def _refuse_code(code: str, *, taken: bool) -> None:
    if not code_key(code):
        raise DeskError(t("De afkorting ontbreekt."), t("Geef een afkorting op, zoals LRT."))
    if taken:
        raise DeskError(
            t("De afkorting {code} is er al.", code=code), t("Kies een andere afkorting.")
        )
