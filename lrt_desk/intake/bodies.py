"""Which table met, by its code or its full name."""

import re
from dataclasses import dataclass

_NAMED: tuple[tuple[str, str], ...] = (
    ("HLRT", r"\bHLRT\b|\bhoog-?\s?ambtelijk\w*\s(?:landelijke\s)?(?:regietafel|LRT\b)"
             r"|\bhoog-?\s?ambtelijk\soverleg\s(?:LRT|landelijke\sregietafel)"),
    ("PRT", r"\bPRT\b|\bprovinciale\sregietafel"),
    ("RRT", r"\bRRT\b|\bregionale\sregietafel"),
    ("LRT", r"\bLRT\b|\blandelijke\sregietafel"),
)  # fmt: skip
_PATTERNS = tuple((code, re.compile(pattern, re.IGNORECASE)) for code, pattern in _NAMED)
_MINUTES_OF = re.compile(
    r"\b(?:[Cc]oncept-?\s?)?(?:[Vv]erslag|[Nn]otulen|[Bb]esluitenlijst|VERSLAG|NOTULEN)\s"
    r"(?:van\s)?(?:de\s|het\s)?(?:[Vv]ergadering\s(?:van\s)?(?:de\s|het\s)?)?"
    r"(?P<name>[A-Z][^,:;()\n]{1,80}?)"
    r"(?=\s(?:van\s|d\.?d\.?\s|op\s)?(?:(?:maan|dins|woens|donder|vrij)dag\s)?\d|[,:;()\n]|$)"
)
_MEETS = re.compile(
    r"\b(?P<name>(?:[Bb]estuurlijk\s[Oo]verleg|[Ss]tuurgroep|[Rr]egiegroep|[Kk]erngroep|[Ww]erkgroep"
    r"|[Pp]rojectgroep|[Kk]lankbordgroep|[Pp]rogrammaraad|[Cc]ommissie|Regietafel|Overleg)\s"
    r"[A-Z][^,:;()\n]{1,80}?)"
    r"(?=\s(?:van\s|d\.?d\.?\s|op\s)?(?:(?:maan|dins|woens|donder|vrij)dag\s)?\d|\s[–—-]\s|[,:;()\n]|$)",
    re.MULTILINE,
)
_NO_NAME = re.compile(r"(?:vergadering|overleg|bijeenkomst)(?:\s\w{1,4})?", re.IGNORECASE)
_CODE = re.compile(r"[A-Z][A-Za-z]{1,9}")
_IN_BRACKETS = re.compile(r"\(([A-Z]{2,8})\)")
_FULL_NAME = re.compile(
    r"(?:landelijke|provinciale|regionale|hoog-?\s?ambtelijke)\s[\w\s-]*?regietafel(?:(?!\sd\.)[\w\s,]){0,80}",
    re.IGNORECASE,
)

_DATED = re.compile(r"\s(?:van|op|d\.?d\.?|te)?\s?(?=\d)|\s(?:gehouden|te)\s|,")


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedBody:
    """A body as a text names it; `code` and `name` are "" when it does not say."""

    code: str = ""
    name: str = ""


def find_body(title: str, head: str) -> NamedBody:
    """Recognise the body, in the title first and then in the words above the minutes.

    A body of another name keeps the code or name that follows "Verslag" in the source.
    """
    for source in (title, head):
        for code, pattern in _PATTERNS:
            if pattern.search(source):
                return NamedBody(code=code, name=_full_name(f"{title}\n{head}", code))
        match = _MINUTES_OF.search(source)
        if match and not _NO_NAME.fullmatch(match["name"].strip()):
            name = match["name"].strip(" –—-")
            bracketed = _IN_BRACKETS.search(source[match.start() :])
            if bracketed:
                return NamedBody(code=bracketed[1], name=name)
            first = name.split()[0]
            coded = _CODE.fullmatch(first) and sum(sign.isupper() for sign in first) > 1
            return NamedBody(code=first, name="") if coded else NamedBody(name=name)
        if match := _MEETS.search(source):
            return NamedBody(name=" ".join(match["name"].split()).rstrip(" –—-"))
    return NamedBody()


def _full_name(text: str, code: str) -> str:
    pattern = dict(_PATTERNS)[code]
    for line in text.splitlines():
        match = _FULL_NAME.search(line)
        if match and pattern.search(match[0]) and code not in match[0]:
            return _DATED.split(" ".join(match[0].split()))[0].rstrip(", ")
    return ""
