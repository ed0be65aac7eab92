"""The steps of the first run, each with its fields and its one button."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QProgressBar, QWidget

from lrt_desk.i18n import t
from ui.widgets.basics import Button, Icon, column, label, row
from ui.widgets.fields import Field, password

_LEAST = 12


class ChooseStep(QWidget):
    """Make, open, or look around."""

    def __init__(
        self,
        create: Callable[[], None],
        open_one: Callable[[], None],
        look_around: Callable[[], None],
    ) -> None:
        super().__init__()
        layout = column(self, gap=12)
        about = t("Vergaderingen, verslagen en besluiten in één versleuteld bestand.")
        layout.addWidget(label(about, "lead", wrap=True))
        layout.addSpacing(4)
        self._choices: list[Button] = []
        for icon, title, words, act in (
            ("plus", t("Maak een archief"), t("Nieuw bestand op deze computer of schijf"), create),
            ("folder-open", t("Open een archief"), t("Een bestand dat er al is"), open_one),
            (
                "search",
                t("Kijk rond in het voorbeeldarchief"),
                t("Fictieve vergaderingen om mee te oefenen"),
                look_around,
            ),
        ):
            self._choices.append(_choice(icon, title, words, act))
            layout.addWidget(self._choices[-1])
        self._busy, self._bar = label("", "secondary"), QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        for part in (self._busy, self._bar):
            part.hide()
            layout.addWidget(part)

    def say_busy(self, words: str) -> None:
        """Say in place what takes a moment; "" when it is done."""
        self._busy.setText(words)
        self._bar.setAccessibleName(words)
        for part in (self._busy, self._bar):
            part.setVisible(bool(words))
        for choice in self._choices:
            choice.setEnabled(not words)


class PassphraseStep(QWidget):
    """A passphrase of one's own, where the computer has no keyring."""

    def __init__(self, done: Callable[[str], None], back: Callable[[], None]) -> None:
        super().__init__()
        self._done = done
        self.first, self.second = password(), password()
        help_text = t("Ten minste {n} tekens. Vier losse woorden onthoudt u het best.", n=_LEAST)
        self._one = Field(t("Wachtwoordzin"), self.first, help_text)
        self._two = Field(t("Herhaal de wachtwoordzin"), self.second)
        layout = column(self, gap=14)
        layout.addWidget(label(t("Kies een wachtwoordzin"), "section"))
        words = t(
            "Deze computer heeft geen sleutelbos. "
            "U typt de wachtwoordzin telkens als u het archief opent."
        )
        layout.addWidget(label(words, "secondary", wrap=True))
        layout.addWidget(self._one)
        layout.addWidget(self._two)
        layout.addLayout(_buttons(Button(t("Maak archief"), self.confirm, kind="primary"), back))
        self.setFocusProxy(self.first)
        self.second.returnPressed.connect(self.confirm)

    def confirm(self) -> None:
        """Take the passphrase when it is long enough and twice the same."""
        words = self.first.text()
        short = len(words) < _LEAST
        self._one.refuse(t("Gebruik ten minste {n} tekens.", n=_LEAST) if short else "")
        differ = not short and words != self.second.text()
        self._two.refuse(
            t("De twee wachtwoordzinnen verschillen. Typ ze opnieuw.") if differ else ""
        )
        if not short and not differ:
            self.first.clear()
            self.second.clear()
            self._done(words)


class UnlockStep(QWidget):
    """The passphrase, or the codes of the recovery kit."""

    def __init__(
        self,
        by_words: Callable[[str], None],
        by_code: Callable[[str], None],
        back: Callable[[], None],
    ) -> None:
        super().__init__()
        self._by_words, self._by_code, self._coded = by_words, by_code, False
        self._title = label("", "section")
        self.words, self.code = password(), QLineEdit()
        self._words_field = Field(t("Wachtwoordzin"), self.words)
        self._code_field = Field(
            t("Herstelcode"), self.code, t("De acht groepen van de herstelkaart, op volgorde.")
        )
        self._other = Button("", self._switch, kind="link")
        layout = column(self, gap=14)
        layout.addWidget(self._title)
        layout.addWidget(self._words_field)
        layout.addWidget(self._code_field)
        line = row()
        line.addWidget(self._other)
        line.addStretch(1)
        layout.addLayout(line)
        layout.addLayout(_buttons(Button(t("Open archief"), self.confirm, kind="primary"), back))
        self.words.returnPressed.connect(self.confirm)
        self.code.returnPressed.connect(self.confirm)
        self.setFocusProxy(self.words)
        self._show()

    def ask(self, name: str) -> None:
        """Ask for the key of an archive."""
        self._title.setText(t("Open {name}", name=name))
        self._coded = False
        self._show()

    def refuse(self, text: str) -> None:
        """Say under the field what to do."""
        (self._code_field if self._coded else self._words_field).refuse(text)

    def confirm(self) -> None:
        """Try what was typed."""
        if self._coded:
            self._by_code(self.code.text())
        else:
            self._by_words(self.words.text())

    def _switch(self) -> None:
        self._coded = not self._coded
        self._show()
        (self.code if self._coded else self.words).setFocus()

    def _show(self) -> None:
        self._words_field.setVisible(not self._coded)
        self._code_field.setVisible(self._coded)
        self._other.set_text(
            t("Gebruik de wachtwoordzin") if self._coded else t("Gebruik de herstelcode")
        )
        for field in (self._words_field, self._code_field):
            field.refuse("")
        self.words.clear()
        self.code.clear()


class KitStep(QWidget):
    """The recovery kit, saved before anything is written in the archive."""

    def __init__(self, save: Callable[[], bool], finish: Callable[[], None]) -> None:
        super().__init__()
        self._save = save
        layout = column(self, gap=14)
        layout.addWidget(label(t("Bewaar de herstelkaart"), "section"))
        words = t(
            "Gaat deze computer stuk, dan opent alleen de herstelkaart uw archief. "
            "Druk haar af en bewaar haar apart van de computer."
        )
        layout.addWidget(label(words, tone="t2", wrap=True))
        self._saved = label(t("Nog niet bewaard"), "secondary")
        self.save_button = Button(t("Bewaar herstelkaart"), self._on_save, icon_name="download")
        line = row(gap=12)
        line.addWidget(self.save_button)
        line.addWidget(self._saved)
        line.addStretch(1)
        layout.addLayout(line)
        self.finish_button = Button(t("Ga naar het archief"), finish, kind="primary")
        self.finish_button.setEnabled(False)
        last = row()
        last.addWidget(self.finish_button)
        last.addStretch(1)
        layout.addLayout(last)
        self.setFocusProxy(self.save_button)

    def _on_save(self) -> None:
        if self._save():
            self._saved.setText(t("Bewaard"))
            self.finish_button.setEnabled(True)
            self.finish_button.setFocus()


def _choice(icon: str, title: str, words: str, act: Callable[[], None]) -> Button:
    made = Button("", act, kind="choice", spoken=f"{title}. {words}")
    made.setToolTip("")
    layout = row(made, margins=(18, 0, 16, 0), gap=16)
    layout.addWidget(Icon(icon, "acc", size=20))
    lines = column(gap=1)
    lines.addStretch(1)
    lines.addWidget(label(title, "heading"))
    lines.addWidget(label(words, "secondary"))
    lines.addStretch(1)
    layout.addLayout(lines, 1)
    return made


def _buttons(primary: Button, back: Callable[[], None]) -> QHBoxLayout:
    line = row(gap=8)
    line.addWidget(primary)
    line.addWidget(Button(t("Terug"), back))
    line.addStretch(1)
    return line
