CREATE TABLE account (
  person TEXT PRIMARY KEY, version INTEGER NOT NULL, password TEXT NOT NULL, stamp TEXT NOT NULL,
  failures INTEGER NOT NULL, locked_until TEXT, at TEXT NOT NULL) STRICT;
