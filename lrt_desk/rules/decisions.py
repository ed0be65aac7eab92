"""Decisions in Dutch minutes: Besluit: …, De tafel besluit …, Besloten wordt …"""

import re

from lrt_desk.rules.sentences import split_sentences

_LABEL = re.compile(
    r"(?<![\w-])(?P<open>[(\[<]\s?)?(?:→\s?)?(?:[Bb]esluit(?:en)?|[Cc]onclusie|BESLUIT(?:EN)?|CONCLUSIE)"
    r"(?:\s(?:nr\.?\s)?\d{1,3})?\s?:\s*"
)
_TABLE = (
    r"(?:(?-i:(?:[Dd]e\s)?[A-Z]{2,8})|de\s(?:\w{0,20}(?:tafel|groep|vergadering|commissie)|leden|raad)"
    r"|het\s(?:bestuurlijk\s|\w{0,20})overleg|men|wij|we)"
)
_SENTENCE = re.compile(
    rf"(?:{_TABLE}\s(?:besluit|besluiten|besloot|stemt\sin\smet|stemmen\sin\smet|stelt\svast\sdat)\b"
    r"|er\s(?:wordt|is)\sbesloten\b|besloten\s(?:wordt|is)\b|hiermee\sis\sbesloten\b)",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(r"\b(?:Ministerraad|Tweede Kamer|kabinet)\b")


def starts_decision(text: str) -> bool:
    """Tell whether a paragraph as a whole is a decision; a lone "Besluiten:" is a heading."""
    label = _LABEL.match(text)
    return label.end() < len(text) if label else _SENTENCE.match(text) is not None


def find_decisions(text: str) -> tuple[str, ...]:
    """Find the decisions in one paragraph, as minuted without "Besluit:"."""
    labels = list(_LABEL.finditer(text))
    if labels:
        ends = [following.start() for following in labels[1:]] + [len(text)]
        parts = (text[label.end() : end] for label, end in zip(labels, ends, strict=True))
        return tuple(part for part in map(_trimmed, parts) if part)
    return tuple(
        sentence
        for sentence in split_sentences(text)
        if _SENTENCE.match(sentence) and not _ELSEWHERE.match(sentence)
    )


def _trimmed(words: str) -> str:
    """Cut off an action that follows, and the bracket around the decision."""
    words = re.split(r"\s[(\[<]?(?:Actie|ACTIE)\b[^:]{0,60}:", words, maxsplit=1)[0].strip()
    return words.rstrip(")]>") if words.count("(") < words.count(")") else words
