-- Versions of programs: moments of a document's log, and who wrote what up to them. Runs on PostgreSQL 15 to 18.

CREATE TABLE doc_version (
  tenant_id uuid NOT NULL,
  doc_id uuid NOT NULL,
  -- The last update of the log that is in it. Two processes that cut a version at once mean the same one.
  seq bigint NOT NULL CHECK (seq > 0),
  -- When that update was stored.
  at timestamptz NOT NULL,
  -- The document's state, compressed; the checksum is of what is stored.
  data bytea NOT NULL,
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  -- What was written since the version before it: [[root, record or null, entry or null, [[who, milliseconds], …]], …].
  touches jsonb NOT NULL,
  -- Who wrote something since the version before it.
  people text[] NOT NULL,
  name text CHECK (length(name) BETWEEN 1 AND 80),
  named_by text,
  -- Number of the newest release that was made of it.
  release_number integer CHECK (release_number > 0),
  CHECK ((name IS NULL) = (named_by IS NULL)),
  PRIMARY KEY (tenant_id, doc_id, seq),
  FOREIGN KEY (tenant_id, doc_id) REFERENCES doc (tenant_id, id) ON DELETE CASCADE
);

-- When a person last looked at a program, by the number of its newest update then.
CREATE TABLE program_visit (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  user_id text NOT NULL REFERENCES "user" (id) ON DELETE CASCADE,
  seq bigint NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  -- Up to where they had looked the time before; until they have seen what came since.
  since_seq bigint,
  since_at timestamptz,
  CHECK ((since_seq IS NULL) = (since_at IS NULL)),
  PRIMARY KEY (tenant_id, program_id, user_id),
  FOREIGN KEY (tenant_id, program_id) REFERENCES program (tenant_id, id) ON DELETE CASCADE
);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['doc_version', 'program_visit'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY own_tenant ON %I USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant())', name
    );
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO shopwright_app', name);
  END LOOP;
END $$;
