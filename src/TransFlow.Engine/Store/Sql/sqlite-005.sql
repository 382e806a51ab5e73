-- What is asked of all editions and packages at once stands here without their documents, so that those are not read for it.
CREATE INDEX edition_head ON edition (
  article, language, version, revision, round, stage, person, done, segments, sent_back, hold, parked, live, is_live, marks);
CREATE INDEX package_head ON package (number, token, article, language, stage, revision, round, sha256);
