-- A picture belongs to the workspace, not to one program: what was uploaded for one shop can be used in the next.

-- Whoever runs this owns the tables but may be no superuser: only without FORCE are there rows to merge and workspaces to
-- refer to.
ALTER TABLE picture NO FORCE ROW LEVEL SECURITY;
ALTER TABLE workspace NO FORCE ROW LEVEL SECURITY;

-- Programs of one workspace had a row each for the same file; the oldest stays, with any text that one of them had.
UPDATE picture kept SET alt = other.alt
  FROM picture other
  WHERE other.tenant_id = kept.tenant_id AND other.sha256 = kept.sha256 AND kept.alt = '' AND other.alt <> '';
DELETE FROM picture late USING picture early
  WHERE late.tenant_id = early.tenant_id AND late.sha256 = early.sha256 AND late.id > early.id;

-- Its keys and its reference go with the column.
ALTER TABLE picture DROP COLUMN program_id CASCADE;
ALTER TABLE picture
  ADD COLUMN removed_at timestamptz,
  ADD PRIMARY KEY (tenant_id, id),
  ADD UNIQUE (tenant_id, sha256),
  ADD FOREIGN KEY (tenant_id) REFERENCES workspace (id) ON DELETE CASCADE;
COMMENT ON COLUMN picture.removed_at IS
  'Taken out of the library. The row stays, so that this can be undone; the file stays for releases that show it.';

ALTER TABLE picture FORCE ROW LEVEL SECURITY;
ALTER TABLE workspace FORCE ROW LEVEL SECURITY;
