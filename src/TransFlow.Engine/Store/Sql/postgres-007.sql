-- Where the record of events ends, kept apart from it: events that are cut off at its end leave a gap.
CREATE TABLE record (number BIGINT NOT NULL, hash TEXT NOT NULL);
INSERT INTO record (number, hash) SELECT coalesce(max(number), 0), coalesce((SELECT hash FROM event ORDER BY number DESC LIMIT 1), '') FROM event;
