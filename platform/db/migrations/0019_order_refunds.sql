-- What a shop gives back of an order that stands: part of it or all, the way it was paid or from the till.
-- Runs on PostgreSQL 15 to 18.

ALTER TABLE shop_order
  -- Given back of an order that was not called off.
  ADD COLUMN refunded_minor bigint NOT NULL DEFAULT 0 CHECK (refunded_minor >= 0),
  -- On its way back.
  ADD COLUMN refund_held_minor bigint NOT NULL DEFAULT 0 CHECK (refund_held_minor >= 0),
  ADD CHECK (refunded_minor + refund_held_minor <= total_minor);

CREATE TABLE order_refund (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  id uuid NOT NULL,
  order_id uuid NOT NULL,
  amount_minor bigint NOT NULL CHECK (amount_minor > 0),
  -- The provider's part of it; null for what was taken from the till.
  refund_id uuid,
  status text NOT NULL CHECK (status IN ('requested', 'succeeded', 'failed')),
  reason text NOT NULL,
  -- `user:<id>`.
  actor text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  done_at timestamptz,
  PRIMARY KEY (tenant_id, program_id, id),
  UNIQUE (tenant_id, program_id, refund_id),
  CHECK (refund_id IS NOT NULL OR status = 'succeeded'),
  CHECK ((status = 'requested') = (done_at IS NULL)),
  FOREIGN KEY (tenant_id, program_id, order_id) REFERENCES shop_order (tenant_id, program_id, id),
  FOREIGN KEY (tenant_id, program_id, refund_id) REFERENCES refund (tenant_id, program_id, id)
);
CREATE INDEX order_refund_by_order ON order_refund (tenant_id, program_id, order_id);
ALTER TABLE order_refund ENABLE ROW LEVEL SECURITY;
ALTER TABLE order_refund FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON order_refund USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
GRANT SELECT, INSERT, UPDATE ON order_refund TO shopwright_app;
