"""Migration 2: who the journal is, older versions of records, and drafts of forms."""

SQL = """
CREATE TABLE identity (
    journal TEXT NOT NULL,
    commits INTEGER NOT NULL DEFAULT 0
);
INSERT INTO identity (journal) VALUES (lower(hex(randomblob(16))));
CREATE TABLE version (
    record TEXT NOT NULL,
    day TEXT NOT NULL,
    kind TEXT NOT NULL,
    made TEXT NOT NULL,
    label TEXT NOT NULL,
    schema INTEGER NOT NULL,
    image BLOB NOT NULL,
    PRIMARY KEY (record, day)
) WITHOUT ROWID;
CREATE INDEX ix_step_made ON step (made);
CREATE TABLE draft (
    key TEXT NOT NULL PRIMARY KEY,
    made TEXT NOT NULL,
    content TEXT NOT NULL
) WITHOUT ROWID;
"""
