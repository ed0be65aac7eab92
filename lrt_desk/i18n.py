"""Words for the screen: Dutch in the source, English from the catalogue.

Documents stay Dutch and do not come here.
"""

import gettext
import os
from functools import cache

from lrt_desk.paths import RESOURCES


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    return gettext.translation(
        "lrt_desk", RESOURCES / "translations", [language], fallback=language == "nl"
    )


_language = "en" if os.environ.get("LRT_DESK_LANGUAGE") == "en" else "nl"


def language() -> str:
    """Tell the language of the screen: `nl` or `en`."""
    return _language


def use_language(code: str) -> None:
    """Speak `nl` or `en` from here on."""
    global _language  # noqa: PLW0603  one screen, one language
    _language = code


def lend_to_argparse() -> None:
    """Let argparse, which asks gettext for its own words, follow the language of the screen."""
    gettext.textdomain("argparse")
    gettext.bindtextdomain("argparse", str(RESOURCES / "translations"))
    os.environ["LANGUAGE"] = _language


def t(text: str, /, **values: object) -> str:
    """Translate a Dutch sentence and fill in its {fields}."""
    said = _catalogue(_language).gettext(text)
    return said.format(**values) if values else said


def tn(one: str, many: str, count: int, /, **values: object) -> str:
    """Translate a sentence with a count in it; `{n}` is the count."""
    return _catalogue(_language).ngettext(one, many, count).format(n=count, **values)
