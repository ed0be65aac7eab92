"""A document tree as a PDF that is both PDF/UA-1 and PDF/A-2a."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from lrt_desk.documents.pdf_draw import Drawing, draw
from lrt_desk.documents.pdf_flow import flow
from lrt_desk.documents.pdf_metadata import describe
from lrt_desk.documents.pdf_page import masthead
from lrt_desk.documents.pdf_pages import paginate
from lrt_desk.documents.tagging import Element, tagged

if TYPE_CHECKING:
    import pikepdf

    from lrt_desk.documents.tree import Document


def render(document: Document) -> bytes:
    """Set a document; the same document always gives the same bytes.

    Every `SignatureSpace` becomes an empty signature field with the name of its `key`, to be signed
    in place: the page already shows all there is to see.
    """
    import pikepdf

    root = Element("Document")
    pages = paginate([*masthead(document, root), *flow(document, root)])
    drawing = draw(pages, document)
    file = BytesIO()
    with tagged(drawing.content, root, drawing.marks, drawing.spots) as pdf:
        describe(pdf, document)
        _outline(pdf, drawing)
        pdf.save(
            file,
            deterministic_id=True,
            force_version="1.7",
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return file.getvalue()


def _outline(pdf: pikepdf.Pdf, drawing: Drawing) -> None:
    from pikepdf import OutlineItem

    with pdf.open_outline() as outline:
        open_items = [outline.root]
        for level, title, (page, top) in drawing.outline:
            item = OutlineItem(title, page, "XYZ", left=0, top=round(top, 2), zoom=0)
            del open_items[level:]
            open_items[-1].append(item)
            open_items.append(item.children)
