-- Comments that can be changed and taken back, requests to publish, and when somebody was last here. Runs on PostgreSQL 15 to 18.

ALTER TABLE comment ADD COLUMN edited_at timestamptz;
-- Whom it names was said then; later than `created_at` where a name was added to what was said before.
ALTER TABLE comment ADD COLUMN mentioned_at timestamptz;
-- Taken back by its author: shown to nobody, can be brought back for a while, then the row goes.
ALTER TABLE comment ADD COLUMN deleted_at timestamptz;

ALTER TABLE comment_thread ADD COLUMN resolved_by_name text;
UPDATE comment_thread SET resolved_by_name = '' WHERE resolved_at IS NOT NULL;
ALTER TABLE comment_thread ADD CHECK ((resolved_at IS NULL) = (resolved_by_name IS NULL));
ALTER TABLE comment_thread DROP CONSTRAINT comment_thread_kind_check;
ALTER TABLE comment_thread ADD CONSTRAINT comment_thread_kind_check
  CHECK (kind IN ('comment', 'change-request', 'publish-request'));

-- When a person last had a program of this workspace open.
CREATE TABLE person_seen (
  tenant_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  user_id text NOT NULL REFERENCES "user" (id) ON DELETE CASCADE,
  seen_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, user_id)
);
ALTER TABLE person_seen ENABLE ROW LEVEL SECURITY;
ALTER TABLE person_seen FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON person_seen USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON person_seen TO shopwright_app;
