"""The index that `search` reads: kept by triggers, in the transaction of the edit itself.

The words that stand in the index are also kept in pieces of three letters, so that a query can be
widened to the compounds that hold it.
"""

from collections.abc import Iterable, Iterator

from lrt_desk.model.meetings import AgendaItem
from lrt_desk.model.minutes import Block
from lrt_desk.store.engine import Connection
from lrt_desk.store.rows import Row

# The place of a text in the index begins with the day of its session (julianday), so that newest
# first is the order of the index itself.
_PLACE = """
    (SELECT 1000000000 * coalesce(CAST(julianday(max(date)) AS INTEGER), 0)
     FROM session WHERE id = {session})
"""
_WORDS = {
    "block": "CASE new.label WHEN '' THEN new.text ELSE new.label || ': ' || new.text END",
    "agenda_item": "new.title",
}


_TOKENS = "unicode61 remove_diacritics 2"


def _kept_in_index(table: str, *columns: str) -> str:
    forget = """
    DELETE FROM search WHERE rowid = (SELECT place FROM search_entry WHERE row_id = old.id);
    DELETE FROM search_entry WHERE row_id = old.id;"""
    learn = f"""
    INSERT INTO search_entry (row_id, session_id) VALUES (new.id, new.session_id);
    UPDATE search_entry SET place = n + {_PLACE.format(session="new.session_id").strip()}
    WHERE row_id = new.id;
    INSERT INTO search (rowid, words)
    SELECT place, {_WORDS[table]} FROM search_entry WHERE row_id = new.id;"""  # noqa: S608  constants
    return f"""
CREATE TRIGGER {table}_appears AFTER INSERT ON {table}
BEGIN{learn}
END;

CREATE TRIGGER {table}_changes AFTER UPDATE ON {table}
WHEN {" OR ".join(f"old.{column} <> new.{column}" for column in columns)}
BEGIN{forget}{learn}
END;

CREATE TRIGGER {table}_goes AFTER DELETE ON {table}
BEGIN{forget}
END;
"""


_MOVE = f"""
    UPDATE search SET rowid = {_PLACE.format(session="new.id").strip()}
        + (SELECT n FROM search_entry WHERE place = search.rowid)
    WHERE rowid IN (SELECT place FROM search_entry WHERE session_id = new.id);
    UPDATE search_entry SET place = n + {_PLACE.format(session="new.id").strip()}
    WHERE session_id = new.id;"""  # noqa: S608  constants

SEARCH = f"""
CREATE TABLE search_entry (
    n INTEGER PRIMARY KEY,
    place INTEGER UNIQUE,
    row_id TEXT NOT NULL UNIQUE,
    session_id TEXT NOT NULL
) STRICT;

CREATE INDEX search_entry_session ON search_entry (session_id);

CREATE VIRTUAL TABLE search USING fts5 (words, tokenize = '{_TOKENS}');

CREATE TABLE word (id INTEGER PRIMARY KEY, term TEXT NOT NULL UNIQUE) STRICT;

CREATE VIRTUAL TABLE word_part USING fts5 (
    term, content = 'word', content_rowid = 'id', tokenize = 'trigram remove_diacritics 1'
);

CREATE TRIGGER word_appears AFTER INSERT ON word
BEGIN INSERT INTO word_part (rowid, term) VALUES (new.id, new.term); END;
{_kept_in_index("block", "text", "label", "session_id")}
{_kept_in_index("agenda_item", "title", "session_id")}
CREATE TRIGGER session_appears AFTER INSERT ON session
BEGIN{_MOVE}
END;

CREATE TRIGGER session_moves AFTER UPDATE OF date ON session WHEN old.date <> new.date
BEGIN{_MOVE}
END;
"""  # noqa: S608  constants


def prepare(db: Connection) -> None:
    """Lay out the scratch table that parts new texts into words as the index itself does."""
    db.execute(f"CREATE VIRTUAL TABLE temp.fresh USING fts5 (words, tokenize = '{_TOKENS}')")
    db.execute("CREATE VIRTUAL TABLE temp.fresh_word USING fts5vocab (temp, fresh, row)")


def learn(db: Connection, rows: Iterable[Row]) -> None:
    """Add the words of rows just written to the words that a query can be widened to."""
    texts = [(text,) for row in rows for text in _texts(row)]
    if texts:
        db.executemany("INSERT INTO temp.fresh VALUES (?)", texts)
        db.execute("INSERT OR IGNORE INTO word (term) SELECT term FROM temp.fresh_word")
        db.execute("DELETE FROM temp.fresh")


def _texts(row: Row) -> Iterator[str]:
    if isinstance(row, Block):
        yield row.label
        yield row.text
    elif isinstance(row, AgendaItem):
        yield row.title
