"""From the facts of a session to a document, and from a document to a file."""

from collections.abc import Callable, Mapping

from lrt_desk.documents.kinds import FileFormat, Kind
from lrt_desk.documents.tree import Document
from lrt_desk.errors import DeskError
from lrt_desk.i18n import t
from lrt_desk.model.snapshot import Original, SessionSnapshot

Maker = Callable[[SessionSnapshot], Document]
Shown = Callable[[SessionSnapshot], SessionSnapshot]


def document_of(original: Original, kind: Kind, shown: Shown) -> Document:
    """Make one document; `shown` takes out what its readers may not see.

    Minutes, lists of decisions and changes come from the fixed text, the others from live facts.
    Errors: DeskError when there is nothing to compare with.
    """
    from lrt_desk.documents import agenda, convocation, lists, minutes

    makers: Mapping[Kind, tuple[Maker, SessionSnapshot]] = {
        Kind.MINUTES: (minutes.minutes, original.minutes),
        Kind.AGENDA: (agenda.agenda, original.live),
        Kind.CONVOCATION: (convocation.convocation, original.live),
        Kind.ACTIONS: (lists.actions, original.live),
        Kind.DECISIONS: (lists.decisions, original.minutes),
        Kind.ATTENDANCE: (lists.attendance, original.live),
    }
    if kind not in makers:
        return _comparison(original, kind, shown)
    make, source = makers[kind]
    return make(shown(source))


def _comparison(original: Original, kind: Kind, shown: Shown) -> Document:
    from lrt_desk.documents import agenda_changes, changes, marked_minutes

    if kind is Kind.AGENDA_CHANGES:
        if original.earlier_agenda is None:
            raise DeskError(
                t("Er is geen verzonden agenda die van deze verschilt."),
                t("Een agenda ligt vast zodra u de uitnodigingen maakt."),
            )
        return agenda_changes.agenda_changes(shown(original.earlier_agenda), shown(original.live))
    if original.earlier is None:
        raise DeskError(
            t("Er is nog geen versie rondgestuurd om mee te vergelijken."),
            t("Stuur eerst het conceptverslag rond."),
        )
    new = shown(original.minutes)
    if kind is Kind.MINUTES_MARKED:
        return marked_minutes.marked_minutes(shown(original.earlier), new)
    return changes.change_sheet(shown(original.earlier), new, new.requests)


def render(document: Document, file_format: FileFormat) -> bytes:
    """Write a document as a file.

    Errors: DeskError for CSV of a document that is no list.
    """
    match file_format:
        case FileFormat.PDF:
            from lrt_desk.documents import pdf

            return pdf.render(document)
        case FileFormat.ODT:
            from lrt_desk.documents import odt

            return odt.render(document)
        case FileFormat.DOCX:
            from lrt_desk.documents import docx

            return docx.render(document)
        case FileFormat.TXT:
            from lrt_desk.documents import text

            return text.render(document).encode()
        case FileFormat.CSV:
            from lrt_desk.documents import csv_lists

            return csv_lists.render(document)
