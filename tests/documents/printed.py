"""Every kind of document, made of the fictional session."""

import datetime as dt
from dataclasses import replace

from lrt_desk.documents.agenda import agenda
from lrt_desk.documents.agenda_changes import agenda_changes
from lrt_desk.documents.changes import change_sheet
from lrt_desk.documents.convocation import convocation
from lrt_desk.documents.kinds import Kind
from lrt_desk.documents.lists import actions, attendance, decisions
from lrt_desk.documents.marked_minutes import marked_minutes
from lrt_desk.documents.minutes import minutes
from lrt_desk.documents.periods import Period, period_list
from lrt_desk.documents.recovery import recovery_kit
from lrt_desk.documents.tree import Document, SignatureSpace
from lrt_desk.model.minutes import VersionKind
from lrt_desk.model.recovery import RecoveryKit
from lrt_desk.model.snapshot import VersionStamp
from lrt_desk.rules.redact import public_snapshot
from tests.documents.pictures import png
from tests.documents.sample import CIRCULATED, DRAFT, FINAL, REQUESTS

SIGNATURE = SignatureSpace(
    lines=("C. van den Eikenaar", "voorzitter", "15 maart 2024", "Vaststelling van het verslag")
)
PUBLIC = public_snapshot(FINAL, (), number="LRT-2024-03-08-O1").snapshot
KIT = RecoveryKit(
    groups=tuple(f"{number}AB{number}CD{number}" for number in range(1, 9)),
    salt="00ff" * 8,
    key_id="1a2b3c4d",
    file_name="regietafel.lrt",
    created=dt.date(2024, 1, 2),
)
TIMED = replace(DRAFT, items=tuple(replace(one, minutes=one.minutes or 10) for one in DRAFT.items))
SENT = replace(
    DRAFT,
    items=(*DRAFT.items[:2], replace(DRAFT.items[2], title="Cijfers", minutes=20)),
    version=VersionStamp(number="1", kind=VersionKind.CIRCULATED, date=dt.date(2024, 3, 1)),
)
WITH_LOGO = replace(DRAFT.body, logo=png(400, 120), logo_text="Beeldmerk van de proeftafel")
DOCUMENTS: dict[str, Document] = {
    "verslag-werkversie": minutes(DRAFT),
    "verslag-rondgestuurd": minutes(CIRCULATED),
    "verslag-definitief": minutes(FINAL, SIGNATURE),
    "verslag-openbaar": minutes(PUBLIC),
    "agenda": agenda(DRAFT),
    "actielijst": actions(FINAL),
    "besluitenlijst": decisions(FINAL),
    "presentielijst": attendance(FINAL),
    "presentielijst-openbaar": attendance(PUBLIC),
    "wijzigingenblad": change_sheet(CIRCULATED, FINAL, REQUESTS),
    "herstelkaart": recovery_kit(KIT),
    "verslag-gemarkeerd": marked_minutes(CIRCULATED, FINAL),
    "convocatie": convocation(replace(TIMED, body=WITH_LOGO)),
    "agendawijzigingen": agenda_changes(SENT, TIMED),
    "actielijst-periode": period_list(
        Period(DRAFT.body, dt.date(2024, 1, 1), dt.date(2024, 12, 31)), Kind.ACTIONS, (FINAL,)
    ),
}
