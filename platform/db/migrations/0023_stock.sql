-- How many there are of a variant, what orders took of it, and every move of the count. Runs on PostgreSQL 15 to 18.

CREATE TABLE variant_stock (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  variant_id uuid NOT NULL,
  dish_id uuid NOT NULL,
  -- False: sold without counting, as before; the numbers wait for the next count.
  tracked boolean NOT NULL DEFAULT true,
  on_hand integer NOT NULL DEFAULT 0 CHECK (on_hand BETWEEN 0 AND 1000000),
  -- Of these, so many are in orders that are being paid.
  reserved integer NOT NULL DEFAULT 0,
  -- From here on customers read how many are left, and the counter is told.
  low_at integer NOT NULL DEFAULT 5 CHECK (low_at BETWEEN 0 AND 1000),
  last_seq integer NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, program_id, variant_id),
  CHECK (reserved BETWEEN 0 AND on_hand),
  FOREIGN KEY (tenant_id, program_id, variant_id) REFERENCES dish_variant (tenant_id, program_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, program_id, dish_id) REFERENCES dish (tenant_id, program_id, id) ON DELETE CASCADE
);

-- The ledger of `on_hand`. Nobody may change or take out a line.
CREATE TABLE stock_entry (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  variant_id uuid NOT NULL,
  seq integer NOT NULL CHECK (seq >= 1),
  kind text NOT NULL CHECK (kind IN ('count', 'delivery', 'waste', 'correction', 'sale', 'return')),
  delta integer NOT NULL,
  on_hand_after integer NOT NULL CHECK (on_hand_after >= 0),
  -- What it was for, e.g. `order:<id>`; the same thing never counts twice.
  ref text NOT NULL,
  -- `user:<id>`, `visitor` or `system`.
  actor text NOT NULL,
  note text NOT NULL DEFAULT '' CHECK (length(note) <= 140),
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, program_id, variant_id, seq),
  UNIQUE (tenant_id, program_id, variant_id, kind, ref),
  FOREIGN KEY (tenant_id, program_id, variant_id)
    REFERENCES variant_stock (tenant_id, program_id, variant_id) ON DELETE CASCADE
);

-- What an order holds of counted variants. A variant that was not counted when it was ordered has no row here.
CREATE TABLE order_stock (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  order_id uuid NOT NULL,
  variant_id uuid NOT NULL,
  quantity integer NOT NULL CHECK (quantity > 0),
  state text NOT NULL CHECK (state IN ('reserved', 'taken', 'released')),
  -- Of what was taken, so many came back.
  returned integer NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, program_id, order_id, variant_id),
  CHECK (returned BETWEEN 0 AND quantity),
  CHECK (returned = 0 OR state = 'taken'),
  FOREIGN KEY (tenant_id, program_id, order_id) REFERENCES shop_order (tenant_id, program_id, id),
  FOREIGN KEY (tenant_id, program_id, variant_id)
    REFERENCES variant_stock (tenant_id, program_id, variant_id) ON DELETE CASCADE
);
CREATE INDEX order_stock_by_variant ON order_stock (tenant_id, program_id, variant_id) WHERE state = 'reserved';

ALTER TABLE variant_stock ENABLE ROW LEVEL SECURITY;
ALTER TABLE variant_stock FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON variant_stock
  USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
ALTER TABLE stock_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE stock_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON stock_entry
  USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
ALTER TABLE order_stock ENABLE ROW LEVEL SECURITY;
ALTER TABLE order_stock FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON order_stock
  USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON variant_stock TO shopwright_app;
GRANT SELECT, INSERT ON stock_entry TO shopwright_app;
GRANT SELECT, INSERT, UPDATE ON order_stock TO shopwright_app;
