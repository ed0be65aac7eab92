"""What a human must decide before anything is published: one proposal at a time."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from lrt_desk.commands import redactions
from lrt_desk.errors import DeskError
from lrt_desk.i18n import t
from lrt_desk.model.ids import Id
from lrt_desk.model.publication import Ground
from lrt_desk.rules.censor import Certainty
from lrt_desk.rules.proposals import Proposal
from ui.desk import Desk
from ui.publish.grounds import ground_name
from ui.widgets.basics import Button, Choice, Icon, column, label, row
from ui.widgets.fields import Field


class DecidePanel(QFrame):
    """A card with the words, where they stand, and two ways out; L and S decide by key."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._session_id, self._at = desk, Id(""), 0
        self._proposals: tuple[Proposal, ...] = ()
        self.setProperty("surface", "amber")
        self.setAccessibleName(t("Te beslissen"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._count = label("", "meta", tone="amb")
        self._quote, self._how = label("", "heading", wrap=True), label("", "secondary", wrap=True)
        self._context = label("", "secondary", tone="text", wrap=True)
        self.ground = Choice()
        for ground in Ground:
            self.ground.addItem(f"{ground.value} {ground_name(ground)}", ground)
        self.reason, self.phrase = QLineEdit(), QLineEdit()
        self._why = Field(t("Waarom blijft dit staan"), self.reason)
        longer = t("Alleen als het los als naam te lezen is: Raad van State.")
        self._phrase = Field(t("Meer woorden uit de tekst"), self.phrase, longer)
        self._asked = QWidget()
        self._all = Button(t("Lak alle zekere"), self._confirm_certain, kind="link")
        self._next = Button(t("Volgende"), self._walk, kind="link")
        self._lay_out()
        self.hide()

    def show_proposals(self, session_id: Id, proposals: tuple[Proposal, ...]) -> None:
        """Show what is open; nothing hides the panel."""
        focus = self.focusWidget() is not None
        self._session_id, self._proposals = session_id, proposals
        self._at = min(self._at, max(len(proposals) - 1, 0))
        self.setVisible(bool(proposals))
        if proposals:
            self._show()
            if focus:
                self.setFocus()

    def current(self) -> Proposal:
        """Give the proposal on the card."""
        return self._proposals[self._at]

    def confirm(self) -> None:
        """Withhold the words on the chosen ground."""
        ground = Ground(self.ground.currentData())
        wanted = [self.current().id]
        self._desk.run_or(self._refuse, redactions.confirm, self._session_id, wanted, ground=ground)

    def ask_why(self) -> None:
        """Ask why the words stay."""
        self._asked.show()
        self.reason.setFocus()

    def reject(self) -> None:
        """Let the words stay, for the reason that was typed."""
        self._why.refuse("")
        self._desk.run_or(
            self._refuse,
            redactions.reject,
            self._session_id,
            [self.current().id],
            reason=self.reason.text(),
            phrase=self.phrase.text(),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Decide with L or S, walk with N, close the question with Escape."""
        act = {"l": self.confirm, "s": self.ask_why, "n": self._walk}.get(event.text().lower())
        if event.key() == Qt.Key.Key_Escape and self._asked.isVisible():
            self._asked.hide()
            self.setFocus()
        elif act is not None:
            act()
        else:
            super().keyPressEvent(event)

    def _confirm_certain(self) -> None:
        self._desk.run_or(self._refuse, redactions.confirm_certain, self._session_id)

    def _refuse(self, problem: DeskError) -> None:
        self._asked.show()
        self._why.refuse(str(problem))
        self.reason.setFocus()

    def _walk(self) -> None:
        self._at = (self._at + 1) % len(self._proposals)
        self._show()

    def _show(self) -> None:
        one, count = self.current(), len(self._proposals)
        self._count.setText(t("{at} van {all}", at=self._at + 1, all=count))
        self._quote.setText(one.quote or t("Hele alinea"))
        self._how.setText(_how(one))
        self._context.setText(f"… {one.context} …")
        self.ground.setCurrentIndex(self.ground.findData(one.ground))
        self.reason.clear()
        self.phrase.clear()
        self._why.refuse("")
        self._asked.hide()
        self._next.setVisible(count > 1)
        certain = any(each.certainty is Certainty.CERTAIN for each in self._proposals)
        self._all.setVisible(certain)

    def _lay_out(self) -> None:
        layout = column(self, margins=(12, 12, 12, 12), gap=6)
        head = row(gap=8)
        head.addWidget(Icon("alert-triangle", "amb"))
        head.addWidget(label(t("Te beslissen"), "label", tone="amb"), 1)
        head.addWidget(self._count)
        layout.addLayout(head)
        for part in (self._quote, self._how, self._context):
            layout.addWidget(part)
        layout.addWidget(Field(t("Grond"), self.ground))
        verbs = row(gap=8)
        verbs.addWidget(Button(t("Lak"), self.confirm, kind="compact"))
        verbs.addWidget(Button(t("Laat staan"), self.ask_why, kind="compact"))
        verbs.addWidget(self._next)
        verbs.addStretch(1)
        layout.addLayout(verbs)
        asked = column(self._asked, gap=6)
        asked.addWidget(self._why)
        asked.addWidget(self._phrase)
        line = row()
        line.addWidget(Button(t("Leg vast dat dit blijft staan"), self.reject, kind="compact"))
        line.addStretch(1)
        asked.addLayout(line)
        layout.addWidget(self._asked)
        last = row()
        last.addWidget(self._all)
        last.addStretch(1)
        layout.addLayout(last)
        self.reason.returnPressed.connect(self.reject)
        self.phrase.returnPressed.connect(self.reject)


def _how(one: Proposal) -> str:
    words = {
        Certainty.CERTAIN: t("Zeker een naam"),
        Certainty.UNCERTAIN: t("Misschien een naam"),
        Certainty.AMBIGUOUS: t("Ook de naam van iemand die openbaar is"),
        Certainty.MISSING: t("De gelakte woorden staan niet meer in de tekst"),
    }[one.certainty]
    return t("{what}, {n} keer", what=words, n=one.times) if one.times > 1 else words
