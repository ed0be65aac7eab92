"""Codes of bodies and organisations, however they were typed."""

_APOSTROPHES = str.maketrans(dict.fromkeys("’‘´`ʼ′", "'"))
_MINISTRIES = frozenset(
    {"aenm", "az", "bz", "bzk", "def", "ez", "ezk", "fin", "ienw", "jenv", "kgg", "lnv", "lvvn"}
    | {"ocw", "szw", "vro", "vws"}
)


def code_key(code: str) -> str:
    """Give what equal codes have in common: CDK’s and CdK´s both give cdk's."""
    return "".join(code.split()).translate(_APOSTROPHES).casefold()


def ministry_of(code: str) -> str:
    """Give the ministry of an office-holder's code, JenV for SJenV, and "" for any other code.

    M is a minister, S a state secretary, before the code of a ministry.
    """
    return code[1:] if code[:1] in {"M", "S"} and code_key(code[1:]) in _MINISTRIES else ""
