"""Every kind of document, made of the fictional session."""

import datetime as dt

from lrt_desk.documents.agenda import agenda
from lrt_desk.documents.changes import change_sheet
from lrt_desk.documents.lists import actions, attendance, decisions
from lrt_desk.documents.minutes import minutes
from lrt_desk.documents.recovery import recovery_kit
from lrt_desk.documents.tree import Document, SignatureSpace
from lrt_desk.model.recovery import RecoveryKit
from lrt_desk.rules.redact import public_snapshot
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
}
