"""The bar above the minutes: which organisations are there, and whether all is saved."""

import datetime as dt

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLabel

from lrt_desk.i18n import t
from lrt_desk.model.ids import Id
from lrt_desk.model.meetings import AttendanceStatus as Status
from lrt_desk.model.meetings import Attendee
from lrt_desk.model.snapshot import SessionSnapshot
from lrt_desk.rules.dates import clock, local
from ui import theme
from ui.widgets.basics import Icon, clear, label, restyle, row

_DOT = {
    Status.PRESENT: "grn", Status.PARTLY_PRESENT: "amb", Status.EXPECTED: "ring",
    Status.ABSENT: "ring", Status.ABSENT_WITH_NOTICE: "ring",
}  # fmt: skip


class _Dotted(QLabel):
    """A word with a dot before it."""

    def __init__(self, text: str, dot: str) -> None:
        super().__init__(text)
        self.setProperty("role", "meta")
        self.setContentsMargins(14, 0, 0, 0)
        if dot != "ring":
            self.setStyleSheet("font-weight: 500; color: palette(text);")
        self._dot = dot

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dot, then the word."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = self._dot == "ring"
        painter.setPen(QPen(theme.colour("t3"), 1.5) if ring else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush if ring else theme.colour(self._dot))
        radius = 3.0 if ring else 4.0
        painter.drawEllipse(QPointF(4.5, self.height() / 2), radius, radius)


class PresenceBar(QFrame):
    """One dot an organisation, and the save state at the far right."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "header")
        self.setFixedHeight(40)
        self._there = row(gap=18)
        self._saved = label("", "secondary")
        self._disk = Icon("device-floppy", "t2")
        self._disk.hide()
        layout = row(self, margins=(32, 0, 24, 0), gap=8)
        layout.addLayout(self._there)
        layout.addStretch(1)
        layout.addWidget(self._disk)
        layout.addWidget(self._saved)

    def show_session(self, shot: SessionSnapshot) -> None:
        """Show who is there, organisation by organisation."""
        clear(self._there)
        self._there.addWidget(label(t("Aanwezig"), "meta"))
        codes = {organisation.id: organisation.code for organisation in shot.organisations}
        for code, place in _by_organisation(shot, codes).items():
            self._there.addWidget(_Dotted(_words(code, place), _DOT[place.status]))

    def say_typing(self) -> None:
        """Say that something is not saved yet, for the second it takes."""
        self._say(t("Bewaart"), "")

    def say_saved(self, at: dt.datetime) -> None:
        """Say when the last word was saved."""
        self._say(t("Bewaard {time}", time=clock(local(at).time())), "")

    def say_unsaved(self) -> None:
        """Say that saving did not work."""
        self._say(t("Niet bewaard, probeert opnieuw"), "red")
        QAccessible.updateAccessibility(QAccessibleEvent(self._saved, QAccessible.Event.Alert))

    def saved_words(self) -> str:
        """Give the save state."""
        return self._saved.text()

    def _say(self, words: str, tone: str) -> None:
        self._disk.show()
        self._saved.setText(words)
        restyle(self._saved, "tone", tone)


def _by_organisation(shot: SessionSnapshot, codes: dict[Id, str]) -> dict[str, Attendee]:
    """Keep for each organisation the place that says most: present before partly before absent."""
    order = list(_DOT)
    best: dict[str, Attendee] = {}
    for place in shot.attendees:
        code = codes.get(place.organisation_id or Id(""), "")
        if not code or place.status not in _DOT:
            continue
        if code not in best or order.index(place.status) < order.index(best[code].status):
            best[code] = place
    return best


def _words(code: str, place: Attendee) -> str:
    if place.status is Status.PARTLY_PRESENT and place.present_until:
        return t("{code} tot {time}", code=code, time=clock(place.present_until))
    if place.status is Status.PARTLY_PRESENT and place.present_from:
        return t("{code} vanaf {time}", code=code, time=clock(place.present_from))
    if place.status is Status.EXPECTED:
        return t("{code} verwacht", code=code)
    if place.status in {Status.ABSENT, Status.ABSENT_WITH_NOTICE}:
        return t("{code} afwezig", code=code)
    return code
