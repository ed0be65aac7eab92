"""Colour, type and shape: the tokens of the design, and Qt dressed in them."""

import os
from dataclasses import dataclass, fields
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from lrt_desk.paths import RESOURCES


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """The named colours of one scheme, as #RRGGBB."""

    bg: str
    side: str
    surf: str
    hov: str
    line: str
    line2: str
    ctl: str
    neubg: str
    text: str
    t2: str
    t3: str
    acc: str
    acc_hover: str
    accbg: str
    onacc: str
    red: str
    redbg: str
    amb: str
    ambbg: str
    grn: str
    grnbg: str
    vio: str
    viobg: str
    bulk: str
    onbulk: str


LIGHT = Tokens(
    bg="#F8F9FB", side="#EFF2F6", surf="#FFFFFF", hov="#F2F5F8",
    line="#E1E6EC", line2="#C9D1DB", ctl="#7F8B9A", neubg="#ECEFF3",
    text="#16202C", t2="#445162", t3="#5A6777",
    acc="#1B5E9E", acc_hover="#195691", accbg="#E6EFF9", onacc="#FFFFFF",
    red="#A3241D", redbg="#FCEAE8", amb="#754900", ambbg="#FCF1DA",
    grn="#1A6739", grnbg="#E4F3E9", vio="#633899", viobg="#F1EBFA",
    bulk="#22303F", onbulk="#FFFFFF",
)  # fmt: skip
DARK = Tokens(
    bg="#13171D", side="#0F1318", surf="#1A1F27", hov="#222933",
    line="#2A323D", line2="#3B4654", ctl="#7A8797", neubg="#28303A",
    text="#E6EAF0", t2="#B7C1CD", t3="#98A4B3",
    acc="#7DB3EE", acc_hover="#73A5DB", accbg="#1C3046", onacc="#0C141D",
    red="#FF9C92", redbg="#43201D", amb="#EFC47C", ambbg="#3B2D12",
    grn="#8AD7A4", grnbg="#1A3526", vio="#CBABF6", viobg="#33254A",
    bulk="#28303A", onbulk="#E6EAF0",
)  # fmt: skip

_current = LIGHT


def tokens() -> Tokens:
    """Give the tokens in use, for parts that paint themselves."""
    return _current


def colour(token: str) -> QColor:
    """Give one token in use as a colour; `token` is a field name of `Tokens`."""
    return QColor(getattr(_current, token))


def font(size: int = 14, weight: int = 400) -> QFont:
    """Make an interface font; `size` in logical pixels, `weight` 400, 500 or 600."""
    made = QFont("Inter")
    made.setPixelSize(size)
    made.setWeight(QFont.Weight(weight))
    return made


def install(app: QApplication) -> None:
    """Load the fonts, dress the application, and follow the scheme of the system from then on.

    The environment variable `LRT_DESK_THEME` (`light` or `dark`) overrides the system.
    """
    for path in sorted((RESOURCES / "ui-fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))
    app.setStyle(QStyleFactory.create("Fusion"))
    app.setFont(font())
    QGuiApplication.styleHints().colorSchemeChanged.connect(_follow_system)
    use(_system_tokens())


def use(chosen: Tokens) -> None:
    """Dress the whole application in one scheme; every widget repaints."""
    global _current  # noqa: PLW0603  one screen, one scheme
    _current = chosen
    app = QApplication.instance()
    if isinstance(app, QApplication):
        app.setPalette(_palette(chosen))
        app.setStyleSheet(_style_sheet(chosen))


def _system_tokens() -> Tokens:
    forced = os.environ.get("LRT_DESK_THEME")
    dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return DARK if forced == "dark" or (forced != "light" and dark) else LIGHT


def _follow_system() -> None:
    use(_system_tokens())


def _palette(chosen: Tokens) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for name, token in {
        role.Window: chosen.bg, role.WindowText: chosen.text, role.Base: chosen.surf,
        role.AlternateBase: chosen.bg, role.Text: chosen.text, role.Button: chosen.surf,
        role.ButtonText: chosen.text, role.PlaceholderText: chosen.t3,
        role.Highlight: chosen.acc, role.HighlightedText: chosen.onacc,
        role.ToolTipBase: chosen.bulk, role.ToolTipText: chosen.onbulk,
        role.Link: chosen.acc, role.LinkVisited: chosen.acc, role.Accent: chosen.acc,
        role.Light: chosen.surf, role.Midlight: chosen.line, role.Mid: chosen.line2,
        role.Dark: chosen.ctl, role.Shadow: chosen.line2,
    }.items():  # fmt: skip
        palette.setColor(name, QColor(token))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(chosen.t3))
    return palette


def _style_sheet(chosen: Tokens) -> str:
    sheet = Template((RESOURCES / "desk.qss").read_text("utf-8"))
    return sheet.substitute({f.name: getattr(chosen, f.name) for f in fields(chosen)})
