"""Which documents there are, and in which formats they leave."""

from enum import StrEnum


class Kind(StrEnum):
    """A document that a session can give."""

    MINUTES = "minutes"
    AGENDA = "agenda"
    ACTIONS = "actions"
    DECISIONS = "decisions"
    CHANGES = "changes"
    ATTENDANCE = "attendance"


class FileFormat(StrEnum):
    """A file format; PDF is for keeping, the others are for editing and reading aloud."""

    PDF = "pdf"
    ODT = "odt"
    DOCX = "docx"
    TXT = "txt"
