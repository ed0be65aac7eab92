"""The rail beside the copies: checks, the certificate, and the two ways out."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from lrt_desk.i18n import t
from ui.publish.checks import Check
from ui.widgets.basics import Button, Icon, clear, column, label, row, rule
from ui.widgets.choosers import path_to_open
from ui.widgets.fields import Field, password


class SignPanel(QFrame):
    """Says what is missing above the button that it keeps from working."""

    def __init__(
        self,
        decide: QWidget,
        sign: Callable[[bytes, str], None],
        publish: Callable[[], None],
    ) -> None:
        super().__init__()
        self.setProperty("surface", "right")
        self.setFixedWidth(312)
        self._decide, self._sign, self._allowed = decide, sign, ""
        self._file: Path | None = None
        self._count = label("", "secondary")
        self._lines = column(gap=14)
        self._choose = Button(
            t("Kies certificaat"), self._choose_file, icon_name="file-certificate"
        )
        self._word = password()
        self._password = Field(t("Wachtwoord van het certificaat"), self._word)
        self._word.textChanged.connect(self._judge)
        self._missing = label("", "secondary", wrap=True)
        self.sign_button = Button(
            t("Onderteken interne versie"), self._start, kind="sign", icon_name="signature"
        )
        self.publish_button = Button(t("Bewaar openbare versie"), publish, icon_name="download")
        self._why_not = label("", "secondary", wrap=True)
        self._lay_out()

    def show_checks(self, checks: tuple[Check, ...]) -> None:
        """Show the list, one icon, title and fact a line."""
        clear(self._lines)
        passed = sum(check.passed is True for check in checks)
        words = t("{passed} van {all}", passed=passed, all=len(checks)) if checks else ""
        self._count.setText(words)
        for check in checks:
            self._lines.addWidget(_line(check))

    def allow(self, sign: str, publish: str) -> None:
        """Say why signing or publishing cannot be done; "" where it can."""
        self._allowed = sign
        self.publish_button.setEnabled(not publish)
        self._why_not.setText(publish)
        self._why_not.setVisible(bool(publish))
        self._judge()

    def use_certificate(self, path: Path) -> None:
        """Take the file that holds key and certificate."""
        self._file = path
        self._choose.set_text(path.name)
        self._word.setFocus()
        self._judge()

    def first(self) -> QWidget:
        """Give the button where the keyboard enters."""
        return self._choose

    def refuse(self, text: str) -> None:
        """Say below the password what was wrong with certificate or password."""
        self._password.refuse(text)
        self.say_busy("")

    def say_busy(self, words: str) -> None:
        """Show a quiet word in place while work goes on; "" when it is done."""
        self._judge()
        if words:
            self._missing.setText(words)
            self._missing.show()
            self.sign_button.setEnabled(False)

    def forget_password(self) -> None:
        """Empty the field, for it is used once."""
        self._word.clear()

    def _lay_out(self) -> None:
        inside = QWidget()
        top = column(inside, margins=(23, 20, 20, 16), gap=14)
        top.addWidget(self._decide)
        head = row()
        head.addWidget(label(t("Controles"), "heading"), 1)
        head.addWidget(self._count)
        top.addLayout(head)
        top.addLayout(self._lines)
        top.addWidget(rule())
        top.addWidget(label(t("Ondertekenen met"), "label"))
        top.addWidget(self._choose)
        top.addWidget(self._password)
        top.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        scroll.setAccessibleName(t("Controles en handtekening"))
        layout = column(self)
        layout.addWidget(scroll, 1)
        foot = column(margins=(23, 8, 20, 18), gap=8)
        for part in (self._missing, self.sign_button, self.publish_button, self._why_not):
            foot.addWidget(part)
        layout.addLayout(foot)

    def _choose_file(self) -> None:
        path = path_to_open(self, t("Kies een certificaat"), t("Certificaat (*.p12 *.pfx)"))
        if path is not None:
            self.use_certificate(path)

    def _judge(self) -> None:
        words = self._allowed
        if not words and self._file is None:
            words = t("Kies eerst een certificaat (.p12).")
        elif not words and not self._word.text():
            words = t("Vul het wachtwoord van het certificaat in.")
        self._missing.setText(words)
        self._missing.setVisible(bool(words))
        self.sign_button.setEnabled(not words)

    def _start(self) -> None:
        if self._file is None:
            return
        self._password.refuse("")
        try:
            content = self._file.read_bytes()
        except OSError:
            self._password.refuse(t("Het certificaat is niet te lezen. Kies het opnieuw."))
            return
        self._sign(content, self._word.text())


def _look(passed: bool | None) -> tuple[str, str, str]:
    return {
        True: ("circle-check", "grn", t("in orde")),
        False: ("alert-circle", "red", t("niet in orde")),
        None: ("circle-dashed", "amb", t("wacht")),
    }[passed]


def _line(check: Check) -> QWidget:
    icon, tone, said = _look(check.passed)
    made = QWidget()
    layout = row(made, gap=12)
    layout.addWidget(Icon(icon, tone, size=18, spoken=said), 0, Qt.AlignmentFlag.AlignTop)
    words = column(gap=1)
    words.addWidget(label(check.title, "strong"))
    words.addWidget(label(check.fact, "secondary", wrap=True))
    layout.addLayout(words, 1)
    made.setAccessibleName(f"{check.title}, {said}, {check.fact}")
    return made
