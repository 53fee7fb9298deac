-- When a carried-away order is promised, how long the kitchen needs, and how many such orders a quarter of an hour takes.
-- Runs on PostgreSQL 15 to 18.

ALTER TABLE shop
  -- From the order to the dish on the counter.
  ADD COLUMN lead_minutes integer NOT NULL DEFAULT 15 CHECK (lead_minutes BETWEEN 0 AND 1440),
  -- Null: as many as come.
  ADD COLUMN orders_per_quarter integer CHECK (orders_per_quarter BETWEEN 1 AND 1000),
  -- For how many days after today an order may ask for a time; null: as soon as possible only, while open.
  ADD COLUMN ahead_days integer CHECK (ahead_days BETWEEN 0 AND 14);

-- The quarters of an hour that some order is promised for. The statement that counts up is the one that looks at the cap.
CREATE TABLE order_quarter (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  starts_at timestamptz NOT NULL CHECK (extract(epoch FROM starts_at)::bigint % 900 = 0),
  taken integer NOT NULL CHECK (taken >= 0),
  PRIMARY KEY (tenant_id, program_id, starts_at),
  FOREIGN KEY (tenant_id, program_id) REFERENCES shop (tenant_id, program_id) ON DELETE CASCADE
);
ALTER TABLE order_quarter ENABLE ROW LEVEL SECURITY;
ALTER TABLE order_quarter FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON order_quarter USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON order_quarter TO shopwright_app;

ALTER TABLE quote ADD COLUMN promised_at timestamptz;

ALTER TABLE shop_order
  ADD COLUMN promised_at timestamptz,
  -- The time as it was promised, so that new rules of the zone cannot move it unnoticed.
  ADD COLUMN promised_wall text,
  -- Promised because it was the first time that could be had, not because the customer asked for it.
  ADD COLUMN promised_asap boolean NOT NULL DEFAULT false,
  -- The quarter that it counts in; null for orders that count in none, and again once it is called off.
  ADD COLUMN quarter_at timestamptz,
  ADD CHECK ((promised_at IS NULL) = (promised_wall IS NULL)),
  ADD CHECK (promised_at IS NOT NULL OR (quarter_at IS NULL AND NOT promised_asap)),
  ADD FOREIGN KEY (tenant_id, program_id, quarter_at) REFERENCES order_quarter (tenant_id, program_id, starts_at);
CREATE INDEX shop_order_by_quarter ON shop_order (tenant_id, program_id, quarter_at) WHERE quarter_at IS NOT NULL;
