"""The logical structure of a tagged PDF: roles, marked content, and writing both to the file.

ISO 32000-1 section 14.7 and 14.8; PDF/UA-1 (ISO 14289-1) says what must be there.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pikepdf


class Mark(NamedTuple):
    """A piece of marked content: its page (from 0) and number on that page."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """Something to click or sign on a page; `rect` is left, bottom, right, top.

    `target` is the key of a heading for a link, `field` the name of a signature field.
    """

    page: int
    rect: tuple[float, float, float, float]
    text: str
    target: str = ""
    field: str = ""


@dataclass(slots=True, eq=False)
class Element:
    """A node of the structure tree; `attributes` go by owner (Table, List, Layout).

    `box` is where a figure stands on its page: left, bottom, right, top.
    """

    role: str
    lang: str = ""
    alt: str = ""
    attributes: tuple[str, str, str] | None = None
    box: tuple[float, float, float, float] | None = None
    kids: list[Element | Mark | Annotation] = field(default_factory=list)

    def add(self, role: str, attributes: tuple[str, str, str] | None = None) -> Element:
        """Make a child at the end."""
        child = Element(role, attributes=attributes)
        self.kids.append(child)
        return child


@dataclass(slots=True)
class Marks:
    """Numbers the marked content of a document, page by page."""

    pages: list[list[Element]] = field(default_factory=list)

    def take(self, element: Element) -> int:
        """Give the next number on the last page to content of an element."""
        owners = self.pages[-1]
        owners.append(element)
        element.kids.append(Mark(len(self.pages) - 1, len(owners) - 1))
        return len(owners) - 1


class Tagger:
    """Writes a structure tree, its parent tree and its annotations into an open PDF."""

    def __init__(self, pdf: pikepdf.Pdf, spots: Mapping[str, tuple[int, float]]) -> None:
        """Keep the file and the places (page, height) that links may point to."""
        self.pdf = pdf
        self.spots = spots
        self._fields: list[pikepdf.Object] = []
        self._objects: dict[Element, pikepdf.Object] = {}
        self._owners: list[pikepdf.Object] = []  # of annotations, in order of their key

    def write(self, root: Element, marks: Marks) -> None:
        """Put the tree in the catalogue and numbers on the pages (ISO 32000-1 section 14.7.4)."""
        import pikepdf

        tree = self.pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot))
        tree.K = self._element(root, tree)
        tree.RoleMap = pikepdf.Dictionary(Del=pikepdf.Name.Span, Ins=pikepdf.Name.Span)
        numbers: list[object] = []
        for place, (page, owners) in enumerate(zip(self.pdf.pages, marks.pages, strict=True)):
            page.obj.StructParents = place
            page.obj.Tabs = pikepdf.Name.S
            written = pikepdf.Array([self._objects[owner] for owner in owners])
            numbers += [place, self.pdf.make_indirect(written)]
        for place, owner in enumerate(self._owners, start=len(marks.pages)):
            numbers += [place, owner]
        tree.ParentTree = self.pdf.make_indirect(pikepdf.Dictionary(Nums=pikepdf.Array(numbers)))
        tree.ParentTreeNextKey = len(marks.pages) + len(self._owners)
        self.pdf.Root.StructTreeRoot = tree
        self.pdf.Root.MarkInfo = pikepdf.Dictionary(Marked=True)
        if self._fields:
            self.pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array(self._fields))

    def _element(self, element: Element, parent: pikepdf.Object) -> pikepdf.Object:
        import pikepdf

        name = pikepdf.Name
        written = self.pdf.make_indirect(
            pikepdf.Dictionary(Type=name.StructElem, S=name(f"/{element.role}"), P=parent)
        )
        self._objects[element] = written
        if element.lang:
            written.Lang = element.lang
        if element.alt:
            written.Alt = element.alt
        if element.attributes:
            owner, key, value = element.attributes
            written.A = pikepdf.Dictionary({"/O": name(f"/{owner}"), f"/{key}": name(f"/{value}")})
        if element.box:
            edges = pikepdf.Array([round(edge, 2) for edge in element.box])
            written.A = pikepdf.Dictionary(O=name.Layout, Placement=name.Block, BBox=edges)
        kids = [self._kid(kid, written) for kid in element.kids if not _empty(kid)]
        pages = {kid.page for kid in element.kids if isinstance(kid, Mark)}
        if pages:
            written.Pg = self.pdf.pages[min(pages)].obj
        written.K = pikepdf.Array(kids)
        return written

    def _kid(self, kid: Element | Mark | Annotation, parent: pikepdf.Object) -> object:
        import pikepdf

        name = pikepdf.Name
        match kid:
            case Element():
                return self._element(kid, parent)
            case Mark(page=page, number=number):
                return pikepdf.Dictionary(Type=name.MCR, Pg=self.pdf.pages[page].obj, MCID=number)
            case Annotation():
                annotation = self._annotation(kid, parent)
                return pikepdf.Dictionary(
                    Type=name.OBJR, Pg=self.pdf.pages[kid.page].obj, Obj=annotation
                )

    def _annotation(self, annotation: Annotation, owner: pikepdf.Object) -> pikepdf.Object:
        import pikepdf

        name, page = pikepdf.Name, self.pdf.pages[annotation.page].obj
        left, bottom, right, top = annotation.rect
        written = self.pdf.make_indirect(
            pikepdf.Dictionary(
                Type=name.Annot,
                P=page,
                F=4,  # printed
                Rect=pikepdf.Array([round(edge, 2) for edge in annotation.rect]),
                StructParent=len(self.pdf.pages) + len(self._owners),
            )
        )
        self._owners.append(owner)
        if annotation.field:
            written.Subtype, written.FT, written.Ff = name.Widget, name.Sig, 0
            written.T, written.TU = annotation.field, annotation.text
            written.F = 132  # printed, locked
            empty = pikepdf.Stream(self.pdf, b"")
            empty.Type, empty.Subtype = name.XObject, name.Form
            empty.BBox = pikepdf.Array([0, 0, round(right - left, 2), round(top - bottom, 2)])
            empty.Resources = pikepdf.Dictionary()
            written.AP = pikepdf.Dictionary(N=empty)
            self._fields.append(written)
        else:
            written.Subtype, written.Contents = name.Link, annotation.text
            written.Border = pikepdf.Array([0, 0, 0])
            number, height = self.spots.get(annotation.target, (annotation.page, top))
            written.Dest = self.destination(number, height)
        if "/Annots" not in page:
            page.Annots = pikepdf.Array()
        page.Annots.append(written)
        return written

    def destination(self, page: int, height: float) -> pikepdf.Array:
        """Point to a height on a page (from 0)."""
        import pikepdf

        target = self.pdf.pages[page].obj
        return pikepdf.Array([target, pikepdf.Name.XYZ, 0, round(height, 2), 0])


def _empty(kid: Element | Mark | Annotation) -> bool:
    """Tell whether an element holds nothing, such as a paragraph without words."""
    if not isinstance(kid, Element) or kid.role in {"TD", "TH", "LBody"}:
        return False
    return all(_empty(child) for child in kid.kids)
