"""The archive: one encrypted SQLite file. The only room that knows SQLite."""
