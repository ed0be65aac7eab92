"""Both copies of the minutes side by side, what was checked, and how they leave the house."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lrt_desk.commands import publication
from lrt_desk.errors import DeskError
from lrt_desk.i18n import t, tn
from lrt_desk.model.change import Change
from lrt_desk.model.ids import Id
from lrt_desk.model.publication import Ground
from lrt_desk.paths import write_file
from lrt_desk.store.snapshots import content_hash
from ui.desk import Desk
from ui.jobs import Job
from ui.publish.checks import checks
from ui.publish.copies import Copies, Signed, Source, gather, gather_to_issue, render, sign
from ui.publish.decide_panel import DecidePanel
from ui.publish.grounds import ground_name
from ui.publish.sign_panel import SignPanel
from ui.sessions.part import SessionPart
from ui.widgets.basics import Button, Icon, column, label, row
from ui.widgets.choosers import path_to_save
from ui.widgets.pdf_page import PdfFrame, PdfPage

_PDF = "PDF (*.pdf)"


class PublishScreen(SessionPart):
    """What is shown is what is saved: the very bytes of the preview, or nothing."""

    KINDS = frozenset(
        {"Session", "AgendaItem", "Block", "Attendee", "Person", "Action", "Decision", "Approval",
         "Redaction", "MinutesVersion", "ChangeRequest", "SignedCopy", "PublicCopy"}
    )  # fmt: skip

    def __init__(self, desk: Desk, say: Callable[[str], None]) -> None:
        super().__init__(desk)
        self.setProperty("surface", "bg")
        self._say = say
        self._source: Source | None = None
        self._copies: Copies | None = None
        self._path: Path | None = None
        self._page = 0
        waiting = t("Maakt PDF")
        self.internal = PdfPage(t("Interne versie"), waiting)
        self.public = PdfPage(t("Openbare versie"), waiting)
        self._frames = (PdfFrame(self.internal), PdfFrame(self.public))
        self._zoom, self._zoom_words = 1.0, label(t("Passend"), "strong")
        self.decide = DecidePanel(desk)
        self.panel = SignPanel(self.decide, self._start_signing, self._save_public)
        self._at, self._about = label("", "strong"), label("", "secondary")
        self._legend = label("", "secondary", wrap=True)
        self._lay_out()

    def name(self) -> str:
        """Name the tab."""
        return t("Ondertekenen en publiceren")

    def open(self, session_id: Id) -> None:
        """Turn to another session: nothing of the former one may stay on screen."""
        self._source = self._copies = None
        self._page = 0
        self.decide.hide()
        super().open(session_id)

    def panes(self) -> tuple[QWidget, ...]:
        """Go from the copies to what is to be decided, and to the checks."""
        return (self.internal, self.public, self.decide, self.panel.first())

    def buttons(self) -> tuple[QWidget, ...]:
        """Offer the internal copy as a file."""
        return (Button(t("Bewaar als PDF"), self._save_internal, icon_name="download"),)

    def refresh(self) -> None:
        """Render both copies anew in a worker."""
        if self.session_id is None:
            return
        source = gather(self.desk.archive, self.session_id)
        if self._copies is not None and self._is_shown(source):
            self._source = source
            self._show(self._copies)
            return
        self._source, self._copies = source, None
        for page in (self.internal, self.public):
            page.show_pdf(b"")
        self.panel.show_checks(())
        self._allow()
        self._start(partial(render, source), self._rendered)

    def _is_shown(self, source: Source) -> bool:
        return self._source is not None and source.fingerprint() == self._source.fingerprint()

    def _rendered(self, copies: Copies) -> None:
        """Show what was rendered, unless the facts went on in the meantime."""
        if copies.source is self._source:
            self._copies = copies
            self._show(copies)

    def _show(self, copies: Copies) -> None:
        if self._source is None:
            return
        self.internal.show_pdf(copies.internal)
        self.public.show_pdf(copies.public)
        self.panel.show_checks(checks(self._source, copies))
        count = sum(number for _, number in copies.passages)
        self._about.setText(tn("{n} passage gelakt", "{n} passages gelakt", count))
        self._legend.setText(_legend(copies.passages))
        self.decide.show_proposals(self._source.original.live.session.id, copies.proposals)
        self._turn(0)
        self._allow()

    def _allow(self) -> None:
        """Say what keeps signing and publishing from being done."""
        if self._source is None or self._copies is None:
            self.panel.allow(t("De versies worden gemaakt."), t("De versies worden gemaakt."))
            return
        not_yet = self._source.not_yet
        open_ones = len(self._copies.proposals)
        undecided = tn(
            "Over {n} voorstel om te lakken is nog niet beslist.",
            "Over {n} voorstellen om te lakken is nog niet beslist.",
            open_ones,
        )
        self.panel.allow(not_yet, not_yet or (undecided if open_ones else "") or self._copies.leak)

    def _save_internal(self) -> None:
        if self._copies is None or self._source is None:
            return
        name = f"{self._file_name()}-intern.pdf"
        path = path_to_save(self, t("Bewaar het verslag als PDF"), name, _PDF)
        if path is not None and self._write(path, self._copies.internal):
            self._say(t("Bewaard als {name}.", name=path.name))

    def _save_public(self) -> None:
        source = self._to_issue()
        if source is None:
            return
        name = f"{source.public_number}.pdf".replace("/", "-")
        self._path = path_to_save(self, t("Bewaar de openbare versie"), name, _PDF)
        if self._path is not None:
            self.panel.say_busy(t("Maakt PDF"))
            self._start(partial(render, source), self._made_public)

    def _made_public(self, copies: Copies) -> None:
        self.panel.say_busy("")
        source = copies.source
        if copies.leak:
            self.desk.refused.emit(
                DeskError(copies.leak, t("Lak de passage en probeer het opnieuw."))
            )
            return
        self._issue(
            copies.public,
            source,
            t("Openbare versie bewaard als {name}."),
            partial(
                publication.record_public_copy,
                number=source.public_number,
                released=copies.released,
            ),
        )

    def _start_signing(self, certificate: bytes, word: str) -> None:
        source = self._to_issue()
        if source is None:
            return
        name = f"{self._file_name()}-ondertekend.pdf"
        self._path = path_to_save(self, t("Bewaar het ondertekende verslag"), name, _PDF)
        if self._path is not None:
            self.panel.say_busy(t("Ondertekent"))
            work = partial(sign, source, certificate, word, self.desk.archive.now())
            self._start(work, self._signed, refused=self._not_signed)

    def _not_signed(self, problem: DeskError) -> None:
        self.panel.refuse(str(problem))

    def _signed(self, result: Signed) -> None:
        self.panel.say_busy("")
        self.panel.forget_password()
        self._issue(
            result.pdf,
            result.source,
            t("Ondertekend en bewaard als {name}."),
            partial(
                publication.record_signed,
                signer=result.signer,
                certificate=result.certificate,
                validation=result.validation,
            ),
        )

    def _issue(
        self, content: bytes, source: Source, said: str, record: Callable[..., Change]
    ) -> None:
        """Write a copy and record it, or neither."""
        path, version_id = self._path, source.original.version_id
        if path is None or not self._unchanged(source) or not self._write(path, content):
            return
        if self.desk.run(record, version_id=version_id, file_hash=content_hash(content)) is None:
            path.unlink(missing_ok=True)
        else:
            self._say(said.format(name=path.name))

    def _to_issue(self) -> Source | None:
        if self.session_id is None:
            return None
        try:
            return gather_to_issue(self.desk.archive, self.session_id)
        except DeskError as problem:
            self.desk.refused.emit(problem)
            return None

    def _start(
        self,
        work: Callable[[], object],
        done: Callable[..., None],
        refused: Callable[[DeskError], None] | None = None,
    ) -> None:
        job = Job(work)
        job.done.connect(done)
        job.refused.connect(refused or self.desk.refused)
        job.failed.connect(self.desk.failed)
        job.start()

    def _unchanged(self, source: Source) -> bool:
        """Refuse to issue what the archive no longer says."""
        now = gather(self.desk.archive, source.original.live.session.id)
        if now.fingerprint() == source.fingerprint():
            return True
        self._say(t("Het verslag is intussen gewijzigd. De versies worden opnieuw gemaakt."))
        self.refresh()
        return False

    def _write(self, path: Path, content: bytes) -> bool:
        try:
            write_file(path, content)
        except OSError:
            self.desk.refused.emit(
                DeskError(
                    t("{name} kan hier niet worden bewaard.", name=path.name),
                    t("Kies een map waarin u mag schrijven."),
                )
            )
            return False
        return True

    def _file_name(self) -> str:
        shot = self._source.original.live if self._source else None
        return f"Verslag-{shot.body.code}-{shot.session.date}" if shot else ""

    def _turn(self, step: int) -> None:
        count = max(self.internal.page_count(), self.public.page_count())
        self._page = min(max(self._page + step, 0), max(count - 1, 0))
        for page in (self.internal, self.public):
            page.go_to(self._page)
        words = t("Pagina {page} van {all}", page=self._page + 1, all=count)
        self._at.setText(words if count else t("Maakt PDF"))

    def _zoom_by(self, step: float) -> None:
        self._zoom = min(max(self._zoom + step, 1.0), 3.0)
        fits = self._zoom == 1
        words = t("Passend") if fits else t("{percent} %", percent=round(self._zoom * 100))
        self._zoom_words.setText(words)
        for frame in self._frames:
            frame.zoom(self._zoom)

    def _lay_out(self) -> None:
        left = QWidget()
        layout = column(left, margins=(32, 18, 24, 18), gap=14)
        layout.addLayout(self._bar())
        pages = row(gap=24)
        whole_text = label(t("volledige tekst"), "secondary")
        pages.addLayout(_titled(t("Intern"), whole_text, self._frames[0]))
        pages.addLayout(_titled(t("Openbaar"), self._about, self._frames[1]))
        layout.addLayout(pages, 1)
        legend = row(gap=8)
        legend.addWidget(Icon("eye-off", "t2", spoken=t("Gelakt")))
        legend.addWidget(self._legend, 1)
        layout.addLayout(legend)
        whole = row(self, gap=0)
        whole.addWidget(left, 1)
        whole.addWidget(self.panel)
        for page in (self.internal, self.public):
            page.turned.connect(self._turn)

    def _bar(self) -> QHBoxLayout:
        bar = row(gap=8)
        before = Button(
            "",
            lambda: self._turn(-1),
            kind="icon",
            icon_name="chevron-left",
            spoken=t("Vorige pagina"),
        )
        after = Button(
            "",
            lambda: self._turn(1),
            kind="icon",
            icon_name="chevron-right",
            spoken=t("Volgende pagina"),
        )
        bar.addWidget(before)
        bar.addWidget(self._at)
        bar.addWidget(after)
        bar.addStretch(1)
        bar.addWidget(label(t("Beide versies bladeren samen"), "secondary"))
        bar.addStretch(1)
        smaller, larger = t("Verklein beide pagina’s"), t("Vergroot beide pagina’s")
        bar.addWidget(
            Button(
                "", lambda: self._zoom_by(-0.5), kind="icon", icon_name="zoom-out", spoken=smaller
            )
        )
        bar.addWidget(self._zoom_words)
        bar.addWidget(
            Button("", lambda: self._zoom_by(0.5), kind="icon", icon_name="zoom-in", spoken=larger)
        )
        return bar


def _titled(title: str, about: QWidget, page: PdfFrame) -> QVBoxLayout:
    made = column(gap=10)
    head = row(gap=10)
    head.addWidget(label(title, "heading"))
    head.addWidget(about)
    head.addStretch(1)
    made.addLayout(head)
    made.addWidget(page, 1)
    return made


def _legend(passages: tuple[tuple[str, int], ...]) -> str:
    known = {ground.value: ground_name(ground) for ground in Ground}
    parts = [
        f"{ground} {known[ground][:1].lower()}{known[ground][1:]} ({count})" if ground in known
        else t("zonder grond in de bron ({n})", n=count)
        for ground, count in passages
    ]  # fmt: skip
    return "   ".join(parts) or t("Er is niets gelakt")
