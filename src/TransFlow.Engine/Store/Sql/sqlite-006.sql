-- What is signed off, so that it is found again without reading editions: where it stands, and each pair once with its words. The numbers are digests.
CREATE TABLE signed (
  article TEXT NOT NULL, language TEXT NOT NULL, place INTEGER NOT NULL, context INTEGER NOT NULL, source INTEGER NOT NULL, pair INTEGER NOT NULL,
  PRIMARY KEY (article, language, place)) STRICT, WITHOUT ROWID;
CREATE INDEX signed_context ON signed (context);
CREATE INDEX signed_source ON signed (source, pair);
CREATE TABLE pair (
  id INTEGER PRIMARY KEY, language TEXT NOT NULL, source TEXT NOT NULL, target TEXT NOT NULL) STRICT;
CREATE TABLE pair_word (
  word INTEGER NOT NULL, pair INTEGER NOT NULL, PRIMARY KEY (word, pair)) STRICT, WITHOUT ROWID;
ALTER TABLE edition ADD COLUMN signed TEXT;
CREATE INDEX edition_unsigned ON edition (article, language) WHERE signed IS NULL;
