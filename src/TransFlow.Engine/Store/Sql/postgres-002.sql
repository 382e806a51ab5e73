-- What may stand in the publication folder without being live yet: it was on its way when something broke.
CREATE TABLE outgoing (
  language TEXT NOT NULL, path TEXT NOT NULL, sha256 TEXT NOT NULL, PRIMARY KEY (language, path, sha256));
