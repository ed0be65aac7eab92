"""Lists over a period on the command line: LRT/2026-01-01..2026-12-31."""

import argparse
import datetime as dt
import re

from lrt_desk.cli.opening import opened
from lrt_desk.commands.bodies import find_body
from lrt_desk.commands.originals import original
from lrt_desk.documents.kinds import FileFormat, Kind
from lrt_desk.documents.periods import Period, period_list
from lrt_desk.documents.printing import render
from lrt_desk.errors import DeskError
from lrt_desk.i18n import t
from lrt_desk.model.meetings import Session, SessionState
from lrt_desk.model.snapshot import SessionSnapshot
from lrt_desk.paths import write_file
from lrt_desk.store.archive import Archive

_PERIOD = re.compile(r"(.+)/(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)", re.ASCII)


def is_period(words: str) -> bool:
    """Tell whether words name a body and a period rather than one session."""
    return ".." in words


def export_period(arguments: argparse.Namespace, file_format: FileFormat) -> int:
    """Write one list of all sessions in a period; those called off are left out."""
    if arguments.public or arguments.sign:
        raise DeskError(
            t("Een lijst over een periode is alleen voor eigen gebruik."),
            t("Maak openbare en ondertekende stukken per vergadering."),
        )
    with opened(arguments) as archive:
        period = _period(archive, arguments.session)
        rows = [
            one
            for one in archive.find(Session, body_id=period.body.id)
            if period.since <= one.date <= period.until and one.state is not SessionState.CANCELLED
        ]
        rows.sort(key=lambda one: (one.date, one.start or dt.time.min, one.id))
        snapshots = [_snapshot(archive, one, arguments.kind) for one in rows]
        document = period_list(period, arguments.kind, snapshots)
        write_file(arguments.output, render(document, file_format))
    print(arguments.output)
    return 0


def _snapshot(archive: Archive, session: Session, kind: Kind) -> SessionSnapshot:
    source = original(archive, session.id)
    return source.minutes if kind is Kind.DECISIONS else source.live


def _period(archive: Archive, words: str) -> Period:
    parts = _PERIOD.fullmatch(words.strip())
    try:
        code, since, until = parts.groups() if parts else ("", "", "")
        first, last = dt.date.fromisoformat(since), dt.date.fromisoformat(until)
    except ValueError:
        first = last = dt.date.min
    if parts is None or first == dt.date.min or first > last:
        raise DeskError(
            t("{words} is geen periode.", words=words),
            t("Schrijf overleg, eerste en laatste dag: LRT/2026-01-01..2026-12-31."),
        )
    body = find_body(archive, code)
    if body is None:
        raise DeskError(
            t("Er is geen overleg {code}.", code=code),
            t("Geef de afkorting van een overleg dat in dit archief staat."),
        )
    return Period(body, first, last)
