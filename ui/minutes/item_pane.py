"""The middle of the minutes: an item's heading, its editor, and the keys that help."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from lrt_desk.i18n import t, tn
from lrt_desk.model.meetings import AgendaItem
from ui.agenda.agenda_rows import kind_word
from ui.minutes.editor import MEASURE, ItemEditor
from ui.minutes.paragraphs import Paragraph
from ui.widgets.basics import box, column, keycap, label, row


class ItemPane(QFrame):
    """Shows one agenda item; whoever owns the pane saves what is typed in `editor`."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "surf")
        self.editor = ItemEditor()
        self._number, self._title = label("", "title", tone="t3"), label("", "title", wrap=True)
        self._about, self._count = label("", "secondary"), label("", "secondary")
        self._heading, self._keys, self._why = QWidget(), QWidget(), label("", "secondary")
        self._lay_out()
        self.editor.textChanged.connect(self._count_words)

    def show_item(self, item: AgendaItem | None, paragraphs: tuple[Paragraph, ...]) -> None:
        """Show an item's text; None shows that there is no agenda yet."""
        if item is None:
            self._number.setText("")
            self._title.setText(t("Nog geen agendapunten"))
            self._about.setText(t("Zonder agenda is er niets om onder te schrijven."))
        else:
            self._number.setText(item.number.rstrip("."))
            self._title.setText(item.title)
            brought = t("ingebracht door {who}", who=item.presenter) if item.presenter else ""
            about = (kind_word(item.kind), brought)
            self._about.setText(", ".join(part for part in about if part))
        self.editor.setVisible(item is not None)
        self.editor.show_paragraphs(paragraphs)
        self._count_words()

    def allow_writing(self, allowed: bool, why_not: str) -> None:
        """Let the text be written, or only be read, and say why."""
        self.editor.setReadOnly(not allowed)
        self._keys.setVisible(allowed)
        self._why.setVisible(not allowed)
        self._why.setText(why_not)
        hint = t("Schrijf wat is besproken. Typ /a voor een actie, /b voor een besluit.")
        self.editor.setPlaceholderText(hint if allowed else t("Nog geen tekst"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the heading on the measure of the text."""
        super().resizeEvent(event)
        side = max((self.width() - MEASURE) // 2, 24)
        layout = self._heading.layout()
        if layout is not None:
            layout.setContentsMargins(side, 24, side, 0)

    def _lay_out(self) -> None:
        heading = column(self._heading, gap=4)
        line = row(gap=14)
        line.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._title, 1)
        heading.addLayout(line)
        heading.addWidget(self._about)
        keys = row(self._keys, gap=8)
        for words, key in ((t("Actie"), "/a"), (t("Besluit"), "/b")):
            keys.addWidget(label(words, "secondary"))
            keys.addWidget(keycap(key))
            keys.addSpacing(12)
        keys.addWidget(label(t("Vertrouwelijk"), "secondary"))
        keys.addWidget(keycap(t("Ctrl Shift V")))
        foot = box("bottom")
        foot_row = row(foot, margins=(24, 8, 24, 8))
        foot_row.addWidget(self._keys)
        foot_row.addWidget(self._why)
        foot_row.addStretch(1)
        foot_row.addWidget(self._count)
        layout = column(self)
        layout.addWidget(self._heading)
        layout.addWidget(self.editor, 1)
        layout.addWidget(foot)
        layout.setStretchFactor(self.editor, 1)

    def _count_words(self) -> None:
        count = len(self.editor.toPlainText().split())
        self._count.setText(tn("{n} woord", "{n} woorden", count))
