"""The tables in SQL, as each format brought them; statements are parted by a blank line.

What points at a block does so without a reference, since its words outlive the block.
"""

ARCHIVE = """
CREATE TABLE archive (id TEXT PRIMARY KEY, created_at TEXT NOT NULL) STRICT;

CREATE TABLE journal (
    seq INTEGER PRIMARY KEY,
    txn INTEGER NOT NULL,
    act TEXT NOT NULL CHECK (act IN ('do', 'undo', 'redo')),
    target INTEGER,
    wall INTEGER NOT NULL,
    device TEXT NOT NULL,
    actor TEXT NOT NULL,
    at TEXT NOT NULL,
    label TEXT NOT NULL,
    kind TEXT NOT NULL,
    row_id TEXT NOT NULL,
    before TEXT,
    after TEXT,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL
) STRICT;

CREATE INDEX journal_row ON journal (row_id);

CREATE INDEX journal_txn ON journal (txn, act, target, wall);

CREATE INDEX journal_wall ON journal (txn) WHERE wall;

CREATE TRIGGER journal_keeps BEFORE UPDATE ON journal
BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;

CREATE TRIGGER journal_stays BEFORE DELETE ON journal
BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;
"""

FACTS = """
CREATE TABLE body (
    id TEXT PRIMARY KEY,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    parent_id TEXT REFERENCES body,
    mailbox TEXT NOT NULL
) STRICT;

CREATE TABLE organisation (
    id TEXT PRIMARY KEY,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    parent_id TEXT REFERENCES organisation
) STRICT;

CREATE TABLE person (
    id TEXT PRIMARY KEY,
    surname TEXT NOT NULL,
    particle TEXT NOT NULL,
    initials TEXT NOT NULL,
    given_name TEXT NOT NULL,
    salutation TEXT NOT NULL,
    email TEXT NOT NULL,
    phone TEXT NOT NULL,
    function TEXT NOT NULL,
    confidentiality TEXT NOT NULL
) STRICT;

CREATE TABLE membership (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person,
    body_id TEXT NOT NULL REFERENCES body,
    organisation_id TEXT NOT NULL REFERENCES organisation,
    role TEXT NOT NULL,
    since TEXT,
    until TEXT
) STRICT;

CREATE TABLE series (
    id TEXT PRIMARY KEY,
    body_id TEXT NOT NULL REFERENCES body,
    first TEXT NOT NULL,
    every_weeks INTEGER NOT NULL,
    count INTEGER NOT NULL
) STRICT;

CREATE TABLE marking (
    id TEXT PRIMARY KEY,
    level TEXT NOT NULL,
    until TEXT,
    reason TEXT NOT NULL
) STRICT;

CREATE TABLE embargo (
    id TEXT PRIMARY KEY,
    until TEXT,
    event TEXT NOT NULL,
    released_at TEXT
) STRICT;

CREATE TABLE session (
    id TEXT PRIMARY KEY,
    body_id TEXT NOT NULL REFERENCES body,
    date TEXT NOT NULL,
    "start" TEXT,
    "end" TEXT,
    place TEXT NOT NULL,
    link TEXT NOT NULL,
    title TEXT NOT NULL,
    state TEXT NOT NULL,
    provisional INTEGER NOT NULL,
    series_id TEXT REFERENCES series,
    original_date TEXT,
    attendees_withheld INTEGER NOT NULL,
    uid_token TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    invited_at TEXT,
    marking_id TEXT REFERENCES marking
) STRICT;

CREATE INDEX session_day ON session (body_id, date);

CREATE TABLE agenda_item (
    id TEXT PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES session,
    position INTEGER NOT NULL,
    number TEXT NOT NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    presenter TEXT NOT NULL,
    minutes INTEGER,
    outcome TEXT
) STRICT;

CREATE INDEX agenda_item_session ON agenda_item (session_id);

CREATE TABLE attendee (
    id TEXT PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES session,
    position INTEGER NOT NULL,
    person_id TEXT REFERENCES person,
    organisation_id TEXT REFERENCES organisation,
    label TEXT NOT NULL,
    role TEXT NOT NULL,
    confidentiality TEXT,
    status TEXT NOT NULL,
    deputy_for_id TEXT,
    present_from TEXT,
    present_until TEXT,
    present_items TEXT NOT NULL
) STRICT;

CREATE INDEX attendee_session ON attendee (session_id);

CREATE INDEX attendee_person ON attendee (person_id);

CREATE TABLE paper (
    id TEXT PRIMARY KEY,
    item_id TEXT NOT NULL REFERENCES agenda_item,
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    owner_id TEXT REFERENCES organisation,
    deadline TEXT,
    marking_id TEXT REFERENCES marking,
    embargo_id TEXT REFERENCES embargo,
    addressee TEXT NOT NULL,
    copy_to TEXT NOT NULL,
    release_condition TEXT NOT NULL
) STRICT;

CREATE INDEX paper_item ON paper (item_id);

CREATE TABLE paper_version (
    id TEXT PRIMARY KEY,
    paper_id TEXT NOT NULL REFERENCES paper,
    number INTEGER NOT NULL,
    delivered_at TEXT NOT NULL,
    late_reason TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    file_name TEXT NOT NULL
) STRICT;

CREATE INDEX paper_version_paper ON paper_version (paper_id);
"""

FIXED = "what is fixed stays as it is"
"""Said by the triggers that keep immutable rows; `engine` knows it by these words."""

MINUTES = f"""
CREATE TABLE block (
    id TEXT PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES session,
    item_id TEXT REFERENCES agenda_item,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    label TEXT NOT NULL,
    level INTEGER NOT NULL,
    confidentiality TEXT NOT NULL
) STRICT;

CREATE INDEX block_session ON block (session_id);

CREATE INDEX block_item ON block (item_id);

CREATE TABLE minutes_version (
    id TEXT PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES session,
    number TEXT NOT NULL,
    kind TEXT NOT NULL,
    created_at TEXT NOT NULL,
    content TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    requests_until TEXT
) STRICT;

CREATE INDEX minutes_version_session ON minutes_version (session_id);

CREATE TABLE change_request (
    id TEXT PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES session,
    version_id TEXT NOT NULL REFERENCES minutes_version,
    organisation_id TEXT NOT NULL REFERENCES organisation,
    block_id TEXT,
    state TEXT NOT NULL,
    received_at TEXT NOT NULL,
    old_text TEXT NOT NULL,
    new_text TEXT NOT NULL,
    reason TEXT NOT NULL,
    announced_in_id TEXT REFERENCES session,
    text_due TEXT,
    resolution TEXT NOT NULL,
    motivation TEXT NOT NULL,
    decided_at TEXT
) STRICT;

CREATE INDEX change_request_session ON change_request (session_id);

CREATE TABLE approval (
    id TEXT PRIMARY KEY,
    body_id TEXT NOT NULL REFERENCES body,
    date TEXT,
    session_id TEXT REFERENCES session,
    given_in_id TEXT NOT NULL REFERENCES session,
    outcome TEXT NOT NULL,
    organisations TEXT NOT NULL,
    remark TEXT NOT NULL,
    block_id TEXT
) STRICT;

CREATE INDEX approval_session ON approval (session_id);

CREATE INDEX approval_given_in ON approval (given_in_id);

CREATE TABLE action (
    id TEXT PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES session,
    item_id TEXT REFERENCES agenda_item,
    block_id TEXT,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    owners TEXT NOT NULL,
    due TEXT,
    state TEXT NOT NULL,
    handed_to TEXT NOT NULL,
    unsettled TEXT NOT NULL
) STRICT;

CREATE INDEX action_session ON action (session_id);

CREATE TABLE decision (
    id TEXT PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES session,
    item_id TEXT REFERENCES agenda_item,
    block_id TEXT,
    position INTEGER NOT NULL,
    text TEXT NOT NULL
) STRICT;

CREATE INDEX decision_session ON decision (session_id);

CREATE TABLE comment_round (
    id TEXT PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES session,
    subject TEXT NOT NULL,
    opens_at TEXT NOT NULL,
    closes_at TEXT NOT NULL,
    paper_id TEXT REFERENCES paper
) STRICT;

CREATE INDEX comment_round_session ON comment_round (session_id);

CREATE TABLE remark (
    id TEXT PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES session,
    text TEXT NOT NULL,
    block_id TEXT,
    quote TEXT NOT NULL,
    settled_at TEXT
) STRICT;

CREATE INDEX remark_session ON remark (session_id);

CREATE TABLE source_text (
    id TEXT PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES session,
    file_name TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    lines TEXT NOT NULL
) STRICT;

CREATE INDEX source_text_session ON source_text (session_id);

CREATE TABLE redaction (
    id TEXT PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES session,
    block_id TEXT NOT NULL,
    quote TEXT NOT NULL,
    ground TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT;

CREATE INDEX redaction_session ON redaction (session_id);

CREATE TABLE signed_copy (
    id TEXT PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES session,
    version_id TEXT NOT NULL REFERENCES minutes_version,
    issued_at TEXT NOT NULL,
    file_hash TEXT NOT NULL,
    signer TEXT NOT NULL,
    certificate TEXT NOT NULL,
    validation TEXT NOT NULL,
    officer TEXT NOT NULL,
    function TEXT NOT NULL,
    earlier_hash TEXT NOT NULL
) STRICT;

CREATE INDEX signed_copy_session ON signed_copy (session_id);

CREATE TABLE public_copy (
    id TEXT PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES session,
    version_id TEXT NOT NULL REFERENCES minutes_version,
    number TEXT NOT NULL,
    issued_at TEXT NOT NULL,
    file_hash TEXT NOT NULL,
    category TEXT NOT NULL,
    withdrawn_at TEXT,
    released TEXT NOT NULL,
    signer TEXT NOT NULL,
    certificate TEXT NOT NULL,
    validation TEXT NOT NULL,
    officer TEXT NOT NULL
) STRICT;

CREATE INDEX public_copy_session ON public_copy (session_id);

CREATE TRIGGER minutes_version_keeps BEFORE UPDATE ON minutes_version
BEGIN SELECT raise(ABORT, '{FIXED}'); END;

CREATE TRIGGER minutes_version_stays BEFORE DELETE ON minutes_version
BEGIN SELECT raise(ABORT, '{FIXED}'); END;

CREATE TRIGGER signed_copy_keeps BEFORE UPDATE ON signed_copy
BEGIN SELECT raise(ABORT, '{FIXED}'); END;

CREATE TRIGGER signed_copy_stays BEFORE DELETE ON signed_copy
BEGIN SELECT raise(ABORT, '{FIXED}'); END;
"""

SENT_AGENDAS = f"""
ALTER TABLE body ADD COLUMN logo TEXT NOT NULL DEFAULT '';

ALTER TABLE body ADD COLUMN logo_text TEXT NOT NULL DEFAULT '';

ALTER TABLE block ADD COLUMN marking_id TEXT REFERENCES marking;

CREATE TABLE agenda_version (
    id TEXT PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES session,
    number INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    content TEXT NOT NULL,
    content_hash TEXT NOT NULL
) STRICT;

CREATE INDEX agenda_version_session ON agenda_version (session_id);

CREATE TRIGGER agenda_version_keeps BEFORE UPDATE ON agenda_version
BEGIN SELECT raise(ABORT, '{FIXED}'); END;

CREATE TRIGGER agenda_version_stays BEFORE DELETE ON agenda_version
BEGIN SELECT raise(ABORT, '{FIXED}'); END;
"""
