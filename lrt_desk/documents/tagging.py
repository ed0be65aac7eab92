"""The logical structure of a tagged PDF: roles, marked content, and writing both to the file.

ISO 32000-1 section 14.7 and 14.8; PDF/UA-1 (ISO 14289-1) says what must be there.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass, field
from io import BytesIO
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

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


def tagged(
    content: bytes, root: Element, marks: Marks, spots: Mapping[str, tuple[int, float]]
) -> pikepdf.Pdf:
    """Open a PDF as drawn with its structure tree and annotations; `spots` are page and height."""
    import pikepdf

    with pikepdf.open(BytesIO(content)) as drawn:
        pages = [_reference(page.obj) for page in drawn.pages]
        tags = _Tags(int(drawn.trailer.Size), pages, spots)
        tree = tags.write(root, marks)
        update = _update(content, tags, _reference(drawn.Root))
    pdf = pikepdf.open(BytesIO(content + update))
    for place, page in enumerate(pdf.pages):
        page.obj.StructParents, page.obj.Tabs = place, pikepdf.Name.S
        if place in tags.annotations:
            page.obj.Annots = _array(pdf, tags.annotations[place])
    pdf.Root.StructTreeRoot = pdf.get_object(tree, 0)
    pdf.Root.MarkInfo = pikepdf.Dictionary(Marked=True)
    if tags.fields:
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=_array(pdf, tags.fields))
    return pdf


def _reference(found: pikepdf.Object) -> str:
    return "{} {} R".format(*found.objgen)


def _array(pdf: pikepdf.Pdf, numbers: Iterable[int]) -> pikepdf.Array:
    import pikepdf

    return pikepdf.Array([pdf.get_object(number, 0) for number in numbers])


def _update(content: bytes, tags: _Tags, root: str) -> bytes:
    """Write objects as an incremental update (ISO 32000-1 section 7.5.6)."""
    first, count = tags.first, len(tags.objects)
    written = [
        f"{number} 0 obj\n{body}\nendobj\n" for number, body in enumerate(tags.objects, first)
    ]
    *starts, end = accumulate(map(len, written), initial=len(content))
    before = content.rsplit(b"startxref", 1)[1].split()[0].decode()
    table = "".join([f"{start:010} 00000 n \n" for start in starts])
    trailer = f"<</Size {first + count}/Prev {before}/Root {root}>>"
    update = f"xref\n{first} {count}\n{table}trailer\n{trailer}\nstartxref\n{end}\n%%EOF\n"
    return "".join([*written, update]).encode("ascii")


class _Tags:
    """Writes a structure tree, its parent tree and its annotations as objects of a PDF.

    As text: the tree of long minutes has more objects than all else, and pikepdf makes them slowly
    one by one. `objects` begin with the number `first`; `pages` are references to the pages.
    """

    def __init__(
        self, first: int, pages: Sequence[str], spots: Mapping[str, tuple[int, float]]
    ) -> None:
        self.first, self.pages, self.spots = first, pages, spots
        self.objects: list[str] = []
        self.annotations: dict[int, list[int]] = {}  # by page
        self.fields: list[int] = []
        self._references: dict[Element, str] = {}
        self._owners: list[str] = []  # of annotations, in order of their key

    def write(self, root: Element, marks: Marks) -> int:
        """Write all, and give the number of the tree (ISO 32000-1 section 14.7.4)."""
        tree = self._add("")
        top = self._element(root, f"{tree} 0 R")
        numbers = [
            f"{place} [{' '.join([self._references[owner] for owner in owners])}]"
            for place, owners in enumerate(marks.pages)
        ]
        numbers += [f"{key} {owner}" for key, owner in enumerate(self._owners, len(numbers))]
        self.objects[0] = (
            f"<</Type/StructTreeRoot/K {top}/RoleMap<</Del/Span/Ins/Span>>"
            f"/ParentTree<</Nums[{' '.join(numbers)}]>>/ParentTreeNextKey {len(numbers)}>>"
        )
        return tree

    def _add(self, written: str) -> int:
        self.objects.append(written)
        return self.first + len(self.objects) - 1

    def _element(self, element: Element, parent: str) -> str:
        number = self._add("")
        reference = self._references[element] = f"{number} 0 R"
        parts = [f"<</Type/StructElem/S/{element.role}/P {parent}"]
        if element.lang:
            parts.append(f"/Lang {_string(element.lang)}")
        if element.alt:
            parts.append(f"/Alt {_string(element.alt)}")
        if element.attributes:
            owner, key, value = element.attributes
            parts.append(f"/A<</O/{owner}/{key}/{value}>>")
        if element.box:
            parts.append(f"/A<</O/Layout/Placement/Block/BBox {_numbers(element.box)}>>")
        pages = [kid.page for kid in element.kids if isinstance(kid, Mark)]
        if pages:
            parts.append(f"/Pg {self.pages[min(pages)]}")
        kids = [self._kid(kid, reference) for kid in element.kids if not _empty(kid)]
        self.objects[number - self.first] = f"{''.join(parts)}/K[{' '.join(kids)}]>>"
        return reference

    def _kid(self, kid: Element | Mark | Annotation, parent: str) -> str:
        match kid:
            case Element():
                return self._element(kid, parent)
            case Mark(page=page, number=number):
                return f"<</Type/MCR/Pg {self.pages[page]}/MCID {number}>>"
            case Annotation():
                annotation = self._annotation(kid, parent)
                return f"<</Type/OBJR/Pg {self.pages[kid.page]}/Obj {annotation} 0 R>>"

    def _annotation(self, annotation: Annotation, owner: str) -> int:
        left, bottom, right, top = annotation.rect
        text = _string(annotation.text)
        if annotation.field:
            empty = self._add(
                f"<</Type/XObject/Subtype/Form/BBox {_numbers((0, 0, right - left, top - bottom))}"
                "/Resources<<>>/Length 0>>stream\n\nendstream"
            )
            kind = (  # printed, locked
                f"/Subtype/Widget/FT/Sig/Ff 0/F 132/T {_string(annotation.field)}/TU {text}"
                f"/AP<</N {empty} 0 R>>"
            )
        else:
            page, height = self.spots.get(annotation.target, (annotation.page, top))
            target = f"[{self.pages[page]}/XYZ 0 {height:.2f} 0]"
            kind = f"/Subtype/Link/F 4/Contents {text}/Border[0 0 0]/Dest{target}"  # printed
        written = self._add(
            f"<</Type/Annot/P {self.pages[annotation.page]}/Rect {_numbers(annotation.rect)}"
            f"/StructParent {len(self.pages) + len(self._owners)}{kind}>>"
        )
        self._owners.append(owner)
        self.annotations.setdefault(annotation.page, []).append(written)
        if annotation.field:
            self.fields.append(written)
        return written


def _string(text: str) -> str:
    """Write a text string (ISO 32000-1 section 7.9.2.2)."""
    return f"<{codecs.BOM_UTF16_BE.hex()}{text.encode('utf-16-be').hex()}>"


def _numbers(values: Iterable[float]) -> str:
    return f"[{' '.join(f'{value:.2f}' for value in values)}]"


def _empty(kid: Element | Mark | Annotation) -> bool:
    """Tell whether an element holds nothing, such as a paragraph without words."""
    if not isinstance(kid, Element) or kid.role in {"TD", "TH", "LBody"}:
        return False
    return all(_empty(child) for child in kid.kids)
