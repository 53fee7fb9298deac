-- Who changed what of a shop, its team and its orders: one row per thing made or removed and per field that became
-- another. Written by `platform/changes` in the transaction of the change itself. Runs on PostgreSQL 15 to 18.

CREATE TABLE shop_change (
  tenant_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  seq bigint GENERATED ALWAYS AS IDENTITY,
  -- Absent: of the whole workspace.
  program_id uuid,
  -- Shared by all that one act changed.
  act_id uuid NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- Who; absent for what happens by itself at its time. No reference: the account may go, what was done stays.
  actor text,
  kind text NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
  subject_id text NOT NULL CHECK (length(subject_id) BETWEEN 1 AND 100),
  -- What it was called then, as text or per language; absent for people, who are called what they are called now.
  subject_name jsonb,
  -- What of it, when it is a part with a name of its own: the size of a dish.
  part_kind text,
  part_id text,
  part_name jsonb,
  deed text NOT NULL CHECK (deed IN ('made', 'changed', 'removed')),
  -- Only for what changed; what was made or removed carries all its fields in `after` or `before`.
  field text,
  before jsonb,
  after jsonb,
  -- The change that this one takes back.
  takes_back bigint,
  -- Nothing goes before this.
  keep_until timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, seq),
  FOREIGN KEY (tenant_id, program_id) REFERENCES program (tenant_id, id) ON DELETE CASCADE,
  CHECK ((deed = 'changed') = (field IS NOT NULL)),
  CHECK ((part_id IS NULL) = (part_kind IS NULL)),
  CHECK (keep_until >= at + interval '89 days')
);
CREATE INDEX shop_change_of_program ON shop_change (tenant_id, program_id, seq DESC);
CREATE INDEX shop_change_of_subject ON shop_change (tenant_id, program_id, kind, subject_id, seq DESC);
CREATE INDEX shop_change_to_forget ON shop_change (tenant_id, keep_until);

ALTER TABLE shop_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE shop_change FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON shop_change FOR SELECT USING (tenant_id = current_tenant());
CREATE POLICY own_tenant_adds ON shop_change FOR INSERT WITH CHECK (tenant_id = current_tenant());
-- Append-only, save what has been kept for as long as was promised.
CREATE POLICY own_tenant_forgets ON shop_change FOR DELETE
  USING (tenant_id = current_tenant() AND keep_until < now());
REVOKE ALL ON shop_change FROM shopwright_app;
GRANT SELECT, INSERT, DELETE ON shop_change TO shopwright_app;
CREATE TRIGGER shop_change_append_only BEFORE UPDATE ON shop_change FOR EACH ROW EXECUTE FUNCTION refuse_change();
