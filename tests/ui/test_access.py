"""Everything that can be used has a name; everything that is read can be told apart."""

import itertools
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from lrt_desk.commands.demonstration import Story
from ui import theme
from ui.main_window import MainWindow

CONTROLS = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QTabBar, QTextEdit)


def nameless(root: QWidget) -> Iterator[str]:
    for widget in root.findChildren(QWidget):
        inner = widget.objectName().startswith("qt_") or widget.focusPolicy().value == 0
        if not isinstance(widget, CONTROLS) or inner or not widget.isVisibleTo(root):
            continue
        told = QAccessible.queryAccessibleInterface(widget)
        if told is None or not told.text(QAccessible.Text.Name).strip():
            yield f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"


def screens(window: MainWindow, story: Story) -> Iterator[str]:
    yield "sessions"
    for name in ("approved", "in_writing", "upcoming"):
        window.open_session(getattr(story, name))
        for at in range(window.session.tabs.count()):
            window.session.tabs.setCurrentIndex(at)
            yield f"{name} {at}"
    window.palette_.open()
    yield "palette"


def test_every_control_has_a_name_on_every_screen(filled: MainWindow, story: Story) -> None:
    found = {screen: list(nameless(filled)) for screen in screens(filled, story)}
    assert {screen: missing for screen, missing in found.items() if missing} == {}


def test_every_control_of_the_first_run_has_a_name(window: MainWindow) -> None:
    welcome = window.welcome
    for step in (welcome.choose, welcome.passphrase, welcome.unlock, welcome.kit):
        welcome._go_to(step)
        assert step.isVisible()
        assert list(nameless(window)) == []


def test_names_reach_a_screen_reader_with_their_roles(filled: MainWindow) -> None:
    nav = QAccessible.queryAccessibleInterface(filled.sidebar.first())
    assert nav.text(QAccessible.Text.Name) == "Vergaderingen"
    assert nav.role() in (QAccessible.Role.Button, QAccessible.Role.CheckBox)
    tabs = QAccessible.queryAccessibleInterface(filled.session.tabs)
    assert tabs.role() is QAccessible.Role.PageTabList


def test_models_keep_the_rules_of_qt(filled: MainWindow, story: Story) -> None:
    strict = QAbstractItemModelTester.FailureReportingMode.Warning  # and a warning fails a test
    models = [view.model() for view in filled.findChildren(QAbstractItemView)]
    testers = [QAbstractItemModelTester(model, strict) for model in models]
    for _ in screens(filled, story):
        assert all(model.rowCount() >= 0 for model in models)
    for tester in testers:
        tester.deleteLater()


def test_every_visible_action_works_without_a_mouse(filled: MainWindow, story: Story) -> None:
    for _ in screens(filled, story):
        for button in filled.findChildren(QAbstractButton):
            if button.isVisible() and button.isEnabled() and button.window() is filled:
                assert button.focusPolicy().value & 1, button.accessibleName()


@pytest.mark.parametrize("tokens", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_words_and_controls_stand_out_from_every_ground(tokens: theme.Tokens) -> None:
    grounds = (tokens.bg, tokens.side, tokens.surf, tokens.hov, tokens.neubg, tokens.accbg)
    for ink, ground in itertools.product((tokens.text, tokens.t2, tokens.t3), grounds):
        assert contrast(ink, ground) >= 4.5, (ink, ground)
    for name in ("acc", "red", "amb", "grn", "vio"):
        tint = getattr(tokens, f"{name}bg")
        assert contrast(getattr(tokens, name), tint) >= 4.5, name
    assert contrast(tokens.onacc, tokens.acc) >= 4.5
    assert contrast(tokens.onbulk, tokens.bulk) >= 4.5
    assert contrast(tokens.ctl, tokens.surf) >= 3


def test_the_whole_window_changes_with_the_scheme(
    filled: MainWindow, dressed: QApplication
) -> None:
    theme.use(theme.DARK)
    try:
        corner = filled.grab().toImage().pixelColor(filled.width() - 3, 3)
        assert corner == QColor(theme.DARK.bg)
    finally:
        theme.use(theme.LIGHT)


def contrast(one: str, other: str) -> float:
    """Compute the contrast of two colours (WCAG 2.2, 1.4.3)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
