CREATE TABLE article (
  id TEXT PRIMARY KEY, path TEXT NOT NULL, sha256 TEXT NOT NULL, revision INTEGER NOT NULL) STRICT;
CREATE TABLE revision (
  article TEXT NOT NULL REFERENCES article, number INTEGER NOT NULL, path TEXT NOT NULL, source BLOB NOT NULL,
  detail TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (article, number)) STRICT;
CREATE TABLE edition (
  article TEXT NOT NULL REFERENCES article, language TEXT NOT NULL, version INTEGER NOT NULL,
  revision INTEGER NOT NULL, round INTEGER NOT NULL, stage TEXT, person TEXT, done INTEGER NOT NULL, segments INTEGER NOT NULL,
  sent_back INTEGER NOT NULL, hold TEXT, parked TEXT, live TEXT, is_live INTEGER NOT NULL, document TEXT NOT NULL, PRIMARY KEY (article, language)) STRICT;
CREATE TABLE package (
  number INTEGER PRIMARY KEY AUTOINCREMENT, token TEXT NOT NULL UNIQUE, article TEXT NOT NULL, language TEXT NOT NULL,
  stage TEXT NOT NULL, revision INTEGER NOT NULL, round INTEGER NOT NULL, path TEXT NOT NULL, sha256 TEXT NOT NULL,
  xliff BLOB NOT NULL, at TEXT NOT NULL,
  FOREIGN KEY (article, language) REFERENCES edition) STRICT;
CREATE TABLE returned (
  sha256 TEXT NOT NULL, path TEXT NOT NULL, token TEXT NOT NULL, outcome TEXT NOT NULL, at TEXT NOT NULL,
  PRIMARY KEY (sha256, path)) STRICT;
CREATE TABLE quarantine (
  path TEXT PRIMARY KEY, sha256 TEXT NOT NULL, reason TEXT NOT NULL, rejected TEXT NOT NULL, at TEXT NOT NULL) STRICT;
CREATE TABLE event (
  number INTEGER PRIMARY KEY, at TEXT NOT NULL, kind TEXT NOT NULL, article TEXT NOT NULL, language TEXT,
  actor TEXT NOT NULL, details TEXT NOT NULL, hash TEXT NOT NULL) STRICT;
CREATE TABLE program (core TEXT NOT NULL) STRICT;
CREATE INDEX package_edition ON package (article, language, number);
CREATE INDEX event_article ON event (article, language);
