-- Updates of documents that cannot be read any more, or that build on one: kept as they are found, out of the way of the log.

CREATE TABLE doc_damaged_update (
  tenant_id uuid NOT NULL,
  doc_id uuid NOT NULL,
  seq bigint NOT NULL CHECK (seq > 0),
  data bytea NOT NULL,
  crc bigint NOT NULL,
  author text NOT NULL,
  at timestamptz NOT NULL,
  why text NOT NULL CHECK (why IN ('checksum', 'unreadable', 'depends-on-damaged')),
  found_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, doc_id, seq),
  FOREIGN KEY (tenant_id, doc_id) REFERENCES doc (tenant_id, id) ON DELETE CASCADE
);

ALTER TABLE doc_damaged_update ENABLE ROW LEVEL SECURITY;
ALTER TABLE doc_damaged_update FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON doc_damaged_update
  USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
REVOKE ALL ON doc_damaged_update FROM shopwright_app;
GRANT SELECT, INSERT ON doc_damaged_update TO shopwright_app;
