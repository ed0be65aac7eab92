"""What was issued of a session, as plain facts for `show`."""

from lrt_desk.model.ids import Id
from lrt_desk.model.minutes import MinutesVersion
from lrt_desk.model.publication import PublicCopy, SignedCopy
from lrt_desk.store.archive import Archive


def issued_facts(archive: Archive, session_id: Id) -> dict[str, object]:
    """List signatures (Archiefregeling art. 24c) and public copies, moments ISO in UTC."""
    numbers = {row.id: row.number for row in archive.find(MinutesVersion, session_id=session_id)}
    return {
        "signed": [
            {
                "version": numbers[row.version_id],
                "file_hash": row.file_hash,
                "earlier_hash": row.earlier_hash or None,
                "at": row.issued_at.isoformat(),
                "signer": row.signer,
                "function": row.function,
                "certificate": row.certificate,
                "validation": row.validation,
                "officer": row.officer,
            }
            for row in archive.find(SignedCopy, session_id=session_id)
        ],
        "public_copies": [
            {
                "number": row.number,
                "version": numbers[row.version_id],
                "file_hash": row.file_hash,
                "at": row.issued_at.isoformat(),
                "category": str(row.category),
                "withdrawn_at": row.withdrawn_at and row.withdrawn_at.isoformat(),
                "signer": row.signer,
                "certificate": row.certificate,
                "validation": row.validation,
                "officer": row.officer,
            }
            for row in archive.find(PublicCopy, session_id=session_id)
        ],
    }
