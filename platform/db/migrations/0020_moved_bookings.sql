-- A booking that is moved to another time keeps its code; its events say from when to when. Runs on PostgreSQL 15 to 18.

-- The time it was moved to; null for events that moved it to no other time.
ALTER TABLE booking_event ADD COLUMN starts_at timestamptz;
