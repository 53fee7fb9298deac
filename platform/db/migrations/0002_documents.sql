-- Documents of programs: a log of Yjs updates, and snapshots that stand for its beginning. Runs on PostgreSQL 15 to 18.
-- A row is never changed: an update or a snapshot that was stored once is read back as it was, or found to be damaged.

CREATE TABLE doc (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL UNIQUE,
  -- Number of the newest update. Taken under this row's lock, so that numbers become visible in their order without gaps;
  -- a sequence would not do that.
  head bigint NOT NULL CHECK (head >= 0),
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, id) REFERENCES program (tenant_id, id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE doc_update (
  tenant_id uuid NOT NULL,
  doc_id uuid NOT NULL,
  seq bigint NOT NULL CHECK (seq > 0),
  data bytea NOT NULL,
  -- CRC-32 of data.
  crc bigint NOT NULL,
  author text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, doc_id, seq),
  FOREIGN KEY (tenant_id, doc_id) REFERENCES doc (tenant_id, id) ON DELETE CASCADE
);

-- The two newest are kept, and all updates after the older of them: if the newer is damaged, nothing is lost.
CREATE TABLE doc_snapshot (
  tenant_id uuid NOT NULL,
  doc_id uuid NOT NULL,
  upto_seq bigint NOT NULL CHECK (upto_seq > 0),
  data bytea NOT NULL,
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, doc_id, upto_seq),
  FOREIGN KEY (tenant_id, doc_id) REFERENCES doc (tenant_id, id) ON DELETE CASCADE
);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['doc', 'doc_update', 'doc_snapshot'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY own_tenant ON %I USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant())', name
    );
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO shopwright_app', name);
  END LOOP;
END $$;

REVOKE UPDATE ON doc_update, doc_snapshot FROM shopwright_app;
