"""The one stream that every format becomes: lines, with what their layout says about them."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

_BRACKETS = str.maketrans({"⟦": "[", "⟧": "]", "\u00a0": " ", "\u202f": " ", "\u2007": " "})
_INVISIBLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
_INNER_TAB = re.compile(r"(?<=\S)\t")
_BULLET = re.compile(r"([•●▪■◦‣⁃∙·○□▫➢➤►▶✓\uf0b7\uf0a7\uf0d8\uf02d*–—-]|o|§)(?:\s+)(?=\S)")
_NUMBER = re.compile(
    r"((?:(?:agenda)?punt|ad|item)\s?\d{1,2}[a-z]?[.:)]?|\(?\d{1,3}(?:\.\d{1,2}){1,3}[.:)]?"
    r"|\d{1,3}[a-z]?[.:)]|\d{1,2}[a-z]?(?=\s)|(?-i:\(?[a-z][.)]))(?:\s*[–—-](?=\s))?(?:\s+|$)",
    re.IGNORECASE,
)
_NO_NUMBER = re.compile(
    r"(?:\d{1,2}[.:]\d\d\b|(?:uur|u|h|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november"
    r"|december|jan|feb|mrt|apr|jun|jul|aug|sep|okt|nov|dec)\b)",
    re.IGNORECASE,
)


_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3})(?=[^\s*])([^*\n]{1,200})(?<=\S)\1(?![\w*])")
_OUTLINE = re.compile(r"(#{1,4})\s+(?=\S)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of a text file or PDF, a paragraph of a word processor, or a row of a table.

    `raw` are the words as they stand in the source; `text` those without the `mark` that opens
    them (a bullet or a number; word processors count their own, which `raw` then lacks).
    `indent` counts columns, `level` list levels from 0, `heading` outline levels from 1 (0: none).
    `whole`: a whole paragraph, which the next line does not continue. `gap`: an empty line
    stands before it. `furniture`: it belongs to the page. `row` has the cells of a table.
    """

    raw: str
    text: str
    mark: str = ""
    indent: int = 0
    level: int | None = None
    heading: int = 0
    bold: bool = False
    whole: bool = False
    gap: bool = False
    page: int = 0
    furniture: bool = False
    row: tuple[tuple["Line", ...], ...] = ()

    @property
    def bullet(self) -> bool:
        """Whether the mark is a bullet and no number."""
        return (
            bool(self.mark)
            and not any(sign.isdigit() for sign in self.mark)
            and (not self.mark.rstrip(".)").lstrip("(").isalpha() or self.mark == "o")
        )

    @property
    def number_like(self) -> bool:
        """Whether the mark is a number or a letter."""
        return bool(self.mark) and not self.bullet

    @property
    def numbered(self) -> str:
        """The text with its number in front, for where a number is no agenda item's."""
        return f"{self.mark} {self.text}".strip() if self.mark and not self.bullet else self.text


def clean(text: str) -> str:
    """Take out what no reader sees, and put composed characters (NFC) for the rest."""
    return _INVISIBLE.sub("", unicodedata.normalize("NFC", text)).translate(_BRACKETS)


def plain_line(raw: str, *, gap: bool = False, page: int = 0, bold: bool = False) -> Line:
    """Make a line from running text, with its mark and its signs of Markdown taken off."""
    # a tab between words must stay visible as a gap, however near the next stop is
    expanded = _INNER_TAB.sub("  \t", clean(raw)).expandtabs(8).rstrip("\r\n")
    indent = len(expanded) - len(expanded.lstrip())
    words = expanded.lstrip()
    outline = _OUTLINE.match(words)
    if outline:
        words = words[outline.end() :]
    if "*" in words:
        bold = bold or _EMPHASIS.fullmatch(words) is not None
        words = _EMPHASIS.sub(r"\2", words)
    mark, text = split_mark(words)
    heading = len(outline[1]) if outline else 0
    return Line(
        raw=words,
        text=text,
        mark=mark,
        indent=indent,
        gap=gap,
        page=page,
        bold=bold,
        heading=heading,
    )


def paragraph(text: str, **layout: object) -> Iterator[Line]:
    """Make lines of a paragraph of a word processor, one for each line break in it.

    `layout` are fields of `Line`. A mark typed by hand is taken off where there is no `mark`.
    """
    own = str(layout.pop("mark", "") or "")
    parts = [part for part in clean(text).split("\n") if part.strip()]
    for count, part in enumerate(parts):
        typed, words = ("", part.strip()) if own and not count else split_mark(part.strip())
        line = Line(raw=part.strip(), text=words, mark=typed or (own if not count else ""))
        yield replace(line, whole=count == len(parts) - 1, **layout)  # type: ignore[arg-type]  # fields by name


def split_mark(text: str) -> tuple[str, str]:
    """Split a bullet or a number from the words after it: "• Er", "2a. Titel", "Agendapunt 3 – X".

    Dates, times and years that open a line are no numbers.
    """
    if match := _BULLET.match(text):
        return match[1], text[match.end() :]
    match = _NUMBER.match(text)
    if match is None or _NO_NUMBER.match(text, match.end()):
        return "", text
    return match[1], text[match.end() :]


def words_of(row: tuple[tuple[Line, ...], ...]) -> tuple[str, ...]:
    """Give the text of each cell of a table row."""
    return tuple(" ".join(line.numbered for line in cell).strip() for cell in row)


def table_row(cells: tuple[tuple[Line, ...], ...], *, gap: bool = False, page: int = 0) -> Line:
    """Make the line of a table row from its cells."""
    raw = "  ".join(line.raw for cell in cells for line in cell)
    return Line(raw=raw, text=" | ".join(words_of(cells)), row=cells, gap=gap, page=page)
