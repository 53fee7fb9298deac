-- How a published program is used: sums and nothing else. No row is about a person, an address or a device.
CREATE TABLE visit_count (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  -- The shop's business day, as its orders have it.
  day date NOT NULL,
  release_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN (
    'view', 'visit', 'phone', 'tablet', 'computer', 'seen', 'tapped', 'cart', 'checkout'
  )),
  -- Empty where it is not told apart.
  page_id text NOT NULL DEFAULT '' CHECK (length(page_id) <= 64),
  node_id text NOT NULL DEFAULT '' CHECK (length(node_id) <= 64),
  -- What was scanned: the code of a poster, or `table:` and the table's id.
  via text NOT NULL DEFAULT '' CHECK (length(via) <= 64),
  count bigint NOT NULL CHECK (count > 0),
  PRIMARY KEY (tenant_id, program_id, day, kind, release_id, page_id, node_id, via),
  FOREIGN KEY (tenant_id, program_id, release_id) REFERENCES release (tenant_id, program_id, id) ON DELETE CASCADE
);

ALTER TABLE visit_count ENABLE ROW LEVEL SECURITY;
ALTER TABLE visit_count FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON visit_count USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON visit_count TO shopwright_app;
