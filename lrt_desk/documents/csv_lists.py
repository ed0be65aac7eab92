"""The tables of a document as CSV, in the way that a Dutch Excel opens at a double click.

Semicolons, CR LF and a byte order mark (UTF-8); otherwise as RFC 4180.
"""

import csv
from collections.abc import Iterator
from io import StringIO

from lrt_desk.documents.text import words
from lrt_desk.documents.tree import Document, Heading, Table
from lrt_desk.errors import DeskError
from lrt_desk.i18n import t

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render(document: Document) -> bytes:
    """Write the tables of a list under one head; each row begins with its session.

    Errors: DeskError for a document that is no list.
    """
    tables = list(_tables(document))
    if any(table.head != tables[0][1].head for _, table in tables) or not tables:
        raise DeskError(
            t("Alleen een lijst met ten minste één regel kan een csv zijn."),
            t("Kies een andere vorm, zoals docx of odt."),
        )
    file = StringIO(newline="")
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    writer.writerow(("Vergadering", *tables[0][1].head))
    for session, table in tables:
        for row in table.rows:
            writer.writerow((_safe(session), *(_safe(words(cell)) for cell in row)))
    return file.getvalue().encode("utf-8-sig")


def _tables(document: Document) -> Iterator[tuple[str, Table]]:
    """Give every table with what it is about: the heading above it, or the document's reference."""
    about = dict(document.reference).get("Kenmerk", document.title)
    for node in document.nodes:
        if isinstance(node, Heading):
            about = words(node.content)
        elif isinstance(node, Table):
            yield about, node


def _safe(cell: str) -> str:
    """Keep a spreadsheet from taking words for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
