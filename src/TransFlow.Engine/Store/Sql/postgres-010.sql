-- Whether somebody let what was changed by hand be replaced, rather than that the program announced a page of its own; of older rows nobody knows.
ALTER TABLE outgoing ADD COLUMN by_hand INTEGER NOT NULL DEFAULT 1;
