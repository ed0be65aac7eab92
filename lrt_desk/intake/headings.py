"""Headings: which lines open an agenda item, by whatever sign this source gives them."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from lrt_desk.intake.counting import roman
from lrt_desk.intake.lines import Line
from lrt_desk.intake.paragraphs import Manners, joined
from lrt_desk.rules.sentences import split_sentences

_KNOWN = re.compile(
    r"(?:opening|welkom|mededelingen|opening\b.{0,30}|vaststell(?:en|ing)\b.{0,40}"
    r"|(?:concept-?\s?)?(?:verslag(?:en)?|notulen)\s(?:van\s|d\.?d\.?\s)?(?:de\s|het\s)?"
    r"(?:vorig|\d|vergadering\s(?:van|d)).{0,60}|actie-?\s?(?:en\sbesluiten)?lijst|actiepunten|besluitenlijst|afspraken"
    r"|actie-\sen\sbesluitenlijst|rondvraag\b.{0,30}|w\.?v\.?t\.?t\.?k\.?\b.{0,30}|sluiting"
    r"|ingekomen\sstukken|volgende\s(?:vergadering|overleg)|toezeggingen|overzicht\sacties"
    r"|acties|besluiten)",
    re.IGNORECASE,
)
_UNFINISHED = re.compile(
    r"(?:\b(?:en|of|van|voor|de|het|een|in|op|met|aan|bij|tot|over|inzake|ten|ter|te|der|den|door"
    r"|als|om|t\.b\.v\.|m\.b\.t\.)|[,/–-])\s*$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.;:!]['\"”’)]?\s*$")
_ABBREVIATED_END = re.compile(r"(?:\b[A-Za-z]\.){2,}\s*$|\?\s*$")
_NUMBER = re.compile(r"\(?(?:(agendapunt|punt|ad|item)\s?)?(\d{1,3})((?:\.\d{1,2})*)([a-z]?)", re.I)
_LONGEST = 180


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading over the lines from `at` up to, not including, `until`.

    `doubts` are words that a line end may have cut.
    """

    at: int
    until: int
    number: str
    title: str
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A line that may be a heading with a number, and how much speaks for it."""

    place: int
    number: int
    shown: str
    sub: str
    score: float


def find_headings(
    lines: Mapping[int, Line], labels: Collection[int], manners: Manners
) -> tuple[Heading, ...]:
    """Find the headings of agenda items among lines by their place, in order.

    `labels` are places of lines such as "Aanwezig:", which are never one.

    The numbered lines that count up over the whole text win; without those, the headings of a
    word processor, lines in capitals, in bold, or short lines over a text.
    """
    places = list(lines)
    stream = list(lines.values())
    never = {position for position, at in enumerate(places) if at in labels}
    chosen = _numbered(stream, never) or _unnumbered(stream, never)
    headings = []
    for position, number in chosen:
        until, title, doubts = _whole_title(stream, position, manners)
        end = places[until] if until < len(places) else places[-1] + 1
        heading = Heading(at=places[position], until=end, number=number, title=title, doubts=doubts)
        headings.append(heading)
    return tuple(headings)


def is_capitals(text: str) -> bool:
    """Tell whether a line is in capitals, such as headings are."""
    letters = [sign for sign in text if sign.isalpha()]
    return len(letters) >= 4 and sum(sign.isupper() for sign in letters) > 0.85 * len(letters)


def looks_like_title(text: str) -> bool:
    """Tell whether words could be a title: few, opening with a capital, and no sentence."""
    words = text.strip()
    if not words or len(words) > _LONGEST or len(words.split()) > 22:
        return False
    if _SENTENCE_END.search(words) and not _ABBREVIATED_END.search(words):
        return False
    first = words.lstrip("'\"“‘(<")[:1]
    return (first.isupper() or first.isdigit()) and len(split_sentences(words)) == 1


def is_known_title(text: str) -> bool:
    """Tell whether a line is a title that agendas always have: Opening, Rondvraag, WVTTK."""
    return len(text) < 80 and _KNOWN.fullmatch(text.strip(" .:")) is not None


def _numbered(stream: list[Line], never: set[int]) -> list[tuple[int, str]]:
    candidates = [found for at in range(len(stream)) if (found := _candidate(stream, at))]
    chain = _best_chain([found for found in candidates if not found.sub][:600])
    least = 1.2 if len(chain) > 1 else 2.5
    if not chain or sum(found.score for found in chain) < least * len(chain):
        return []
    number_at = {found.place: found.shown for found in chain}
    tops = {found.place: found.number for found in chain}
    current = 0
    for found in candidates:
        current = tops.get(found.place, current)
        if found.sub and found.number == current and found.score >= 1.5:
            number_at[found.place] = f"{found.number}{found.sub}"
    for at, line in enumerate(stream):
        styled = line.heading > 0 and any(stream[found.place].heading for found in chain)
        alone = _stands_alone(stream, at) and is_known_title(line.text)
        alone = alone and looks_like_title(line.text)
        outside = at > chain[0].place or not _before_is_head(line)
        if (
            at not in number_at
            and at not in never
            and not line.mark
            and outside
            and (styled or alone)
        ):
            number_at[at] = ""
    wrapped = {at + 1 for at in number_at if not stream[at].text}
    return sorted((at, number) for at, number in number_at.items() if number or at not in wrapped)


def _before_is_head(line: Line) -> bool:
    return not re.fullmatch(r"(?:opening|welkom)\b.{0,30}", line.text.strip(), re.IGNORECASE)


def _candidate(stream: list[Line], at: int) -> _Candidate | None:
    line = stream[at]
    match = _NUMBER.match(line.mark)
    counted = roman(line.mark.rstrip(".:)"))
    if (match is None and not counted) or line.row or line.bullet:
        return None
    follows = stream[at + 1] if at + 1 < len(stream) else None
    text = line.text
    if not text:
        if follows is None or follows.mark or follows.row:
            return None
        text, follows = follows.text, stream[at + 2] if at + 2 < len(stream) else None
    score = 1.0 if looks_like_title(text) else -2.0
    score += 2 * is_capitals(text) + line.bold + 3 * bool(line.heading)
    score += 3 * (counted > 0 or bool(match and match[1]))
    score += 0.5 * line.gap + 1.5 * is_known_title(text)
    score -= 0.8 * (len(text.split()) > 14)
    if follows is None or follows.number_like or (follows.row and not line.heading):
        score -= 0.7
    elif follows.gap or follows.bullet or follows.whole:
        score += 0.5
    if match is None:
        return _Candidate(at, counted, line.mark.rstrip(".:)"), "", score)
    return _Candidate(at, int(match[2]), match[2], match[3] + match[4], score)


def _best_chain(candidates: list[_Candidate]) -> list[_Candidate]:
    """Choose the candidates that count up and together have most in their favour."""
    best: list[float] = []
    back: list[int] = []
    for at, found in enumerate(candidates):
        options = [(-0.6 * max(0, found.number - 1), -1)]
        options += [
            (best[before] - 0.6 * (found.number - candidates[before].number - 1), before)
            for before in range(at)
            if candidates[before].number < found.number
        ]
        value, before = max(options)
        best.append(value + found.score)
        back.append(before)
    chain: list[_Candidate] = []
    at = max(range(len(best)), key=best.__getitem__, default=-1)
    while at >= 0:
        chain.append(candidates[at])
        at = back[at]
    return chain[::-1]


def _unnumbered(stream: list[Line], never: set[int]) -> list[tuple[int, str]]:
    titles = [
        at
        for at, line in enumerate(stream)
        if at not in never and not line.mark and not line.row and looks_like_title(line.text)
    ]
    opening = [at for at in titles if at and _opens_text(stream, at)]
    known = [at for at in opening if is_known_title(stream[at].text)]
    schemes = (
        [at for at in titles if at and stream[at].heading],
        [at for at in opening if is_capitals(stream[at].text)],
        [at for at in opening if stream[at].bold],
        [at for at in opening if _stands_alone(stream, at)],
    )
    for scheme in schemes:
        start = next((at for at in known if at in scheme), None)
        body = [at for at in scheme if start is None or at >= start]
        if len(body) >= 2 and (start is not None or stream[body[0]].heading):
            return [(at, "") for at in sorted({*body, *(at for at in known if at >= body[0])})]
    return [(at, "") for at in known] if len(known) >= 2 else []


def _stands_alone(stream: list[Line], at: int) -> bool:
    line = stream[at]
    above = line.gap or line.whole or line.bold or at == 0
    return above and len(line.text.split()) <= 14 and not line.mark and not line.row


def _opens_text(stream: list[Line], at: int) -> bool:
    """Tell whether content follows a short line, as it does a heading."""
    if not _stands_alone(stream, at) and not is_capitals(stream[at].text):
        return False
    if at + 1 >= len(stream):
        return is_known_title(stream[at].text)
    follows = stream[at + 1]
    if follows.mark or follows.row or is_capitals(stream[at].text):
        return True
    return len(follows.text) > 30 or _SENTENCE_END.search(follows.text) is not None


def _whole_title(stream: list[Line], at: int, manners: Manners) -> tuple[int, str, tuple[str, ...]]:
    """Join a title over its lines; give the position after it, its words, and doubtful ones."""
    doubts: list[str] = []
    title = stream[at].text.strip()
    until = at + 1
    if not title and until < len(stream):
        title, until = stream[until].text.strip(), until + 1
    while until < len(stream) and until - at < 5 and _runs_on(stream[until - 1], stream[until]):
        longer, doubt = joined(title, stream[until].text.strip(), manners)
        if len(longer) > 2 * _LONGEST:
            break
        title, until = longer, until + 1
        doubts += [doubt] if doubt else []
    return until, " ".join(title.split()), tuple(doubts)


def _runs_on(line: Line, following: Line) -> bool:
    if following.mark or following.row or line.whole or following.heading:
        return False
    if is_capitals(line.text):
        unfinished = not following.gap or _UNFINISHED.search(line.text) is not None
        return is_capitals(following.text) and (unfinished or bool(line.mark))
    if _UNFINISHED.search(line.text):
        return not following.gap and len(following.text) < 90
    starts_small = following.text[:1].islower()
    if line.bold != following.bold:
        return False
    return not following.gap and starts_small and not _SENTENCE_END.search(following.text)
