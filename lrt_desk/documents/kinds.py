"""Which documents there are, and in which formats they leave."""

from enum import StrEnum


class Kind(StrEnum):
    """A document that a session can give."""

    MINUTES = "minutes"
    MINUTES_MARKED = "minutes-marked"
    AGENDA = "agenda"
    AGENDA_CHANGES = "agenda-changes"
    CONVOCATION = "convocation"
    ACTIONS = "actions"
    DECISIONS = "decisions"
    CHANGES = "changes"
    ATTENDANCE = "attendance"


class FileFormat(StrEnum):
    """A file format; PDF is for keeping, the others are for editing, counting and reading aloud."""

    PDF = "pdf"
    ODT = "odt"
    DOCX = "docx"
    TXT = "txt"
    CSV = "csv"
