-- Numbers for those who wait for a table. Runs on PostgreSQL 15 to 18.

-- Whether numbers are given; a shop without a row gives them.
CREATE TABLE queue_switch (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  is_taking boolean NOT NULL,
  PRIMARY KEY (tenant_id, program_id),
  FOREIGN KEY (tenant_id, program_id) REFERENCES shop (tenant_id, program_id) ON DELETE CASCADE
);

-- The last number of each line, of its last business day: held until the commit, so that numbers have no gaps.
CREATE TABLE queue_line (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  line text NOT NULL CHECK (line IN ('A', 'B', 'C')),
  day date NOT NULL,
  last_number integer NOT NULL CHECK (last_number > 0),
  PRIMARY KEY (tenant_id, program_id, line),
  FOREIGN KEY (tenant_id, program_id) REFERENCES shop (tenant_id, program_id) ON DELETE CASCADE
);

CREATE TABLE queue_ticket (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  id uuid NOT NULL,
  -- A business day of the shop.
  day date NOT NULL,
  line text NOT NULL CHECK (line IN ('A', 'B', 'C')),
  number integer NOT NULL CHECK (number > 0),
  party_size integer NOT NULL CHECK (party_size BETWEEN 1 AND 20),
  -- Null for a party that the counter wrote down.
  visitor_id uuid,
  name text NOT NULL DEFAULT '' CHECK (length(name) <= 40),
  status text NOT NULL DEFAULT 'waiting' CHECK (status IN ('waiting', 'called', 'done', 'skipped', 'left')),
  taken_at timestamptz NOT NULL DEFAULT now(),
  called_at timestamptz,
  ended_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (tenant_id, program_id, id),
  UNIQUE (tenant_id, program_id, day, line, number),
  CHECK (status <> 'called' OR called_at IS NOT NULL),
  CHECK ((status IN ('done', 'skipped', 'left')) = (ended_at IS NOT NULL)),
  FOREIGN KEY (tenant_id, program_id) REFERENCES shop (tenant_id, program_id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, program_id, visitor_id) REFERENCES visitor (tenant_id, program_id, id)
);
-- Nobody stands in line twice.
CREATE UNIQUE INDEX queue_ticket_open ON queue_ticket (tenant_id, program_id, visitor_id, day)
  WHERE status IN ('waiting', 'called');
CREATE INDEX queue_ticket_of_visitor ON queue_ticket (tenant_id, program_id, visitor_id);

DO $$
DECLARE rule text;
BEGIN
  SELECT pg_get_constraintdef(oid) INTO rule FROM pg_constraint WHERE conname = 'shop_event_type_check';
  ALTER TABLE shop_event DROP CONSTRAINT shop_event_type_check;
  EXECUTE 'ALTER TABLE shop_event ADD CONSTRAINT shop_event_type_check ' || replace(rule, 'ARRAY[', 'ARRAY[''queue''::text, ');
END $$;

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['queue_switch', 'queue_line', 'queue_ticket'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY own_tenant ON %I USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant())', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO shopwright_app', name);
  END LOOP;
END $$;
