"""Signs that are numbers only because they count up: I. II. III., or A1, A2."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from lrt_desk.intake.lines import Line

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV",
          "XV", "XVI", "XVII", "XVIII", "XIX", "XX")  # fmt: skip
_SIGN = re.compile(
    r"(?P<mark>(?:(?P<roman>[IVX]{1,5})|(?P<series>[A-Z]{1,2})(?P<number>\d{1,3}))[.:)]?)"
    r"(?:\s*[–—-](?=\s))?\s+(?=\S)"
)


@dataclass(slots=True)
class _Chain:
    """Lines that counted up so far: their places, and where their words begin."""

    last: int = 0
    lines: dict[int, tuple[str, int]] = field(default_factory=dict)


def roman(sign: str) -> int:
    """Give the value of a Roman numeral up to XX, 0 when it is none."""
    return _ROMAN.index(sign) + 1 if sign in _ROMAN else 0


def mark_counted(lines: Sequence[Line]) -> Iterator[Line]:
    """Take off, as marks, the signs that count up over the lines; an initial does not count."""
    marks: dict[int, tuple[str, int]] = {}
    chains: dict[str, _Chain] = {}
    for at, line in enumerate(lines):
        match = None if line.mark or line.row else _SIGN.match(line.text)
        number = match and (int(match["number"]) if match["number"] else roman(match["roman"]))
        if not match or not number:
            continue
        chain = chains.setdefault(match["series"] or "", _Chain())
        if number != chain.last + 1:
            if match["roman"] and number != 1:
                continue
            chain = chains[match["series"] or ""] = _Chain()
        chain.last = number
        chain.lines[at] = (match["mark"], match.end())
        if len(chain.lines) > 1:
            marks |= chain.lines
    for at, line in enumerate(lines):
        mark, end = marks.get(at, (line.mark, 0))
        yield replace(line, mark=mark, text=line.text[end:])
