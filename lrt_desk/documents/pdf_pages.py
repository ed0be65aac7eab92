"""Which slice comes on which page."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lrt_desk.documents.pdf_slices import Slice
from lrt_desk.documents.pdf_style import BOTTOM, TOP


@dataclass(frozen=True, slots=True)
class Placed:
    """A slice with its top on the page; a repeated one is a table's head drawn once more."""

    slice: Slice
    top: float
    repeated: bool = False


Page = list[Placed]


@dataclass(slots=True)
class _Pages:
    done: list[Page] = field(default_factory=lambda: [[]])
    y: float = TOP

    def fits(self, slices: Iterable[Slice]) -> bool:
        return _height(slices) + self._before(slices) <= self.y - BOTTOM

    def put(self, strip: Slice, *, repeated: bool = False) -> None:
        self.y -= strip.before if self.done[-1] else 0
        self.done[-1].append(Placed(strip, self.y, repeated))
        self.y -= strip.height

    def turn(self, head: Iterable[Slice]) -> None:
        """Begin a page, with the head of the table that runs on."""
        self.done.append([])
        self.y = TOP
        for strip in head:
            self.put(strip, repeated=True)

    def _before(self, slices: Iterable[Slice]) -> float:
        return next(iter(slices)).before if self.done[-1] else 0


def paginate(slices: Iterable[Slice]) -> list[Page]:
    """Fill pages from top to bottom; what must stay together does, unless no page could hold it."""
    pages = _Pages()
    for together in _together(slices):
        if not pages.fits(together) and pages.done[-1]:
            pages.turn(together[0].head)
        for strip in together:
            if not pages.fits((strip,)):
                pages.turn(strip.head)
            pages.put(strip)
    return pages.done


def _together(slices: Iterable[Slice]) -> Iterator[list[Slice]]:
    group: list[Slice] = []
    for strip in slices:
        group.append(strip)
        if not strip.keep:
            yield group
            group = []
    if group:
        yield group


def _height(slices: Iterable[Slice]) -> float:
    total = 0.0
    for place, strip in enumerate(slices):
        total += strip.height + (strip.before if place else 0)
    return total
