-- Stations of a kitchen, and a ticket per order and station. Runs on PostgreSQL 15 to 18.

CREATE TABLE station (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
  sort integer NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, program_id, id),
  FOREIGN KEY (tenant_id, program_id) REFERENCES shop (tenant_id, program_id) ON DELETE CASCADE
);

-- Null: wherever there is no station.
ALTER TABLE category
  ADD COLUMN station_id uuid,
  ADD FOREIGN KEY (tenant_id, program_id, station_id) REFERENCES station (tenant_id, program_id, id);
-- Null: where its category is made.
ALTER TABLE dish
  ADD COLUMN station_id uuid,
  ADD FOREIGN KEY (tenant_id, program_id, station_id) REFERENCES station (tenant_id, program_id, id);

CREATE TABLE kitchen_ticket (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  id uuid NOT NULL,
  order_id uuid NOT NULL,
  -- As it was then; no reference: a station may go, its tickets stay. Null: of no station.
  station_id uuid,
  station_name text NOT NULL DEFAULT '',
  -- Which of the order's lines.
  line_seqs integer[] NOT NULL CHECK (cardinality(line_seqs) >= 1),
  status text NOT NULL DEFAULT 'new' CHECK (status IN ('new', 'cooking', 'done', 'cancelled')),
  changed_at timestamptz NOT NULL DEFAULT now(),
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, program_id, id),
  CONSTRAINT one_ticket_per_station UNIQUE NULLS NOT DISTINCT (tenant_id, program_id, order_id, station_id),
  FOREIGN KEY (tenant_id, program_id, order_id) REFERENCES shop_order (tenant_id, program_id, id)
);

-- What is being cooked while this runs. Also for an owner whom row-level security binds.
ALTER TABLE shop_order NO FORCE ROW LEVEL SECURITY;
ALTER TABLE order_line NO FORCE ROW LEVEL SECURITY;
INSERT INTO kitchen_ticket (tenant_id, program_id, id, order_id, line_seqs, status)
  SELECT o.tenant_id, o.program_id, gen_random_uuid(), o.id, array_agg(l.seq ORDER BY l.seq),
    CASE o.status WHEN 'accepted' THEN 'new' WHEN 'preparing' THEN 'cooking' ELSE 'done' END
  FROM shop_order o JOIN order_line l ON (l.tenant_id, l.program_id, l.order_id) = (o.tenant_id, o.program_id, o.id)
  WHERE o.status IN ('accepted', 'preparing', 'ready')
  GROUP BY o.tenant_id, o.program_id, o.id, o.status;
ALTER TABLE shop_order FORCE ROW LEVEL SECURITY;
ALTER TABLE order_line FORCE ROW LEVEL SECURITY;

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['station', 'kitchen_ticket'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY own_tenant ON %I USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant())', name
    );
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON station TO shopwright_app;
GRANT SELECT, INSERT, UPDATE ON kitchen_ticket TO shopwright_app;
