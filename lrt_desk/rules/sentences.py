"""Sentences of Dutch minutes, told apart despite the points in abbreviations."""

import re

_END = re.compile(r"[.!?]['\"”’)\]]?\s+")
_ABBREVIATION = re.compile(
    r"\b(?:dhr|mevr|mw|drs|mr|ir|ing|dr|prof|bijv|nr|art|blz|incl|excl|ca|vgl|st|plv|vz|wnd|resp"
    r"|[a-z](?:\.[a-z])+|[a-z])\.\s*$",
    re.IGNORECASE,
)


def split_sentences(text: str) -> tuple[str, ...]:
    """Split a paragraph into its sentences, without the white space between them."""
    sentences, start = [], 0
    for match in _END.finditer(text):
        following = text[match.end() : match.end() + 1]
        before = text[max(start, match.start() - 20) : match.end()]
        if not following or following.islower() or _ABBREVIATION.search(before):
            continue
        sentences.append(text[start : match.end()].rstrip())
        start = match.end()
    return tuple(part for part in (*sentences, text[start:].strip()) if part)
