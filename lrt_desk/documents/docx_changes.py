"""Tracked changes of WordprocessingML: Word and LibreOffice can accept or reject each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lrt_desk.documents.tree import Change

if TYPE_CHECKING:
    from lrt_desk.documents.tree import Document

CHANGED = "changed"
"""Attribute of a run while the document is being built; no name of the format."""


def track(body: Any, document: Document) -> None:
    """Put every run with that attribute in a w:ins or w:del (ISO 29500-1 section 17.13.5).

    The letterhead and the document's date stand for who changed it and when: nothing personal.
    """
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    names = {Change.DELETED: "w:del", Change.INSERTED: "w:ins"}
    runs = [run for run in body.iter(qn("w:r")) if CHANGED in run.attrib]
    for number, run in enumerate(runs, start=1):
        change = Change(run.attrib.pop(CHANGED))
        frame = OxmlElement(names[change])
        frame.set(qn("w:id"), str(number))
        frame.set(qn("w:author"), document.letterhead or document.kind)
        frame.set(qn("w:date"), f"{document.date.isoformat()}T00:00:00Z")
        run.addprevious(frame)
        frame.append(run)
        if change is Change.DELETED:
            for text in run.iter(qn("w:t")):
                text.tag = qn("w:delText")
