-- What customers give beyond an order, paid by itself. Runs on PostgreSQL 15 to 18.

CREATE TABLE order_tip (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  payment_id uuid NOT NULL,
  order_id uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  -- When its money came, while it stands: an order has one tip.
  standing_since timestamptz,
  PRIMARY KEY (tenant_id, program_id, payment_id),
  FOREIGN KEY (tenant_id, program_id, payment_id) REFERENCES payment (tenant_id, program_id, id),
  FOREIGN KEY (tenant_id, program_id, order_id) REFERENCES shop_order (tenant_id, program_id, id)
);
CREATE UNIQUE INDEX order_tip_stands_once ON order_tip (tenant_id, program_id, order_id) WHERE standing_since IS NOT NULL;
CREATE INDEX order_tip_of_order ON order_tip (tenant_id, program_id, order_id);

ALTER TABLE order_tip ENABLE ROW LEVEL SECURITY;
ALTER TABLE order_tip FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON order_tip USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
GRANT SELECT, INSERT, UPDATE ON order_tip TO shopwright_app;
