-- What is signed off, so that it is found again without reading editions: where it stands, and each pair once with its words. The numbers are digests.
CREATE TABLE signed (
  article TEXT COLLATE "C" NOT NULL, language TEXT COLLATE "C" NOT NULL, place INTEGER NOT NULL, context BIGINT NOT NULL, source BIGINT NOT NULL, pair BIGINT NOT NULL,
  PRIMARY KEY (article, language, place));
CREATE INDEX signed_context ON signed (context);
CREATE INDEX signed_source ON signed (source, pair);
CREATE TABLE pair (
  id BIGINT PRIMARY KEY, language TEXT NOT NULL, source TEXT NOT NULL, target TEXT NOT NULL);
CREATE TABLE pair_word (
  word BIGINT NOT NULL, pair BIGINT NOT NULL, PRIMARY KEY (word, pair));
ALTER TABLE edition ADD COLUMN signed TEXT;
CREATE INDEX edition_unsigned ON edition (article, language) WHERE signed IS NULL;
