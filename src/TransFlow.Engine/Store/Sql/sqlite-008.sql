-- Until when the other side of a way asked to be left alone.
ALTER TABLE outbox_way ADD COLUMN leave_until TEXT;
