-- Another epoch says that a document's past is another now: copies that browsers kept of the one before are not merged in.
-- Set a new one whenever stored bytes were replaced on purpose (a backup put back); never for an edit.

ALTER TABLE doc ADD COLUMN epoch uuid NOT NULL DEFAULT gen_random_uuid();
