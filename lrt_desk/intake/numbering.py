"""The numbers that word processors count by themselves."""

import re
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """How one level of a list is marked: `form` bullet or decimal, `pattern` like "%1.%2."."""

    list_name: str
    form: str
    pattern: str
    start: int = 1

    @property
    def bullet(self) -> bool:
        """Whether the level has signs and no numbers."""
        return self.form in {"bullet", "none", ""}


@dataclass(slots=True)
class Counters:
    """How far each list has counted, per level."""

    _counts: dict[str, list[int]] = field(default_factory=dict)

    def mark(self, level: Level | None, depth: int) -> str:
        """Count one paragraph further and give its mark: a bullet, a number, or "" for none."""
        if level is None or level.form == "none":
            return ""
        if level.bullet:
            return "•"
        counts = self._counts.setdefault(level.list_name, [])
        while len(counts) <= depth:
            counts.append(0 if len(counts) < depth else level.start - 1)
        del counts[depth + 1 :]
        counts[depth] += 1

        def shown(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            return _written(counts[place] if place < len(counts) else 1, level.form)

        return re.sub(r"%(\d)", shown, level.pattern).strip()


def _written(number: int, form: str) -> str:
    if form in {"lowerLetter", "a"}:
        return chr(ord("a") + (number - 1) % 26)
    if form in {"upperLetter", "A"}:
        return chr(ord("A") + (number - 1) % 26)
    return str(number)
