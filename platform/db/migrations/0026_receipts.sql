-- A receipt for every order whose money is there, numbered by business day. Runs on PostgreSQL 15 to 18.

ALTER TABLE business_day
  DROP CONSTRAINT business_day_last_number_check,
  -- A day may have receipts before it has orders: of what was ordered the evening before.
  ADD CHECK (last_number >= 0),
  ADD COLUMN last_receipt integer NOT NULL DEFAULT 0 CHECK (last_receipt >= 0);

CREATE TABLE receipt (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  id uuid NOT NULL,
  order_id uuid NOT NULL,
  business_date date NOT NULL,
  number integer NOT NULL CHECK (number >= 1),
  -- Of its address, and all that is needed to read it: 122 random bits or more.
  key text NOT NULL CHECK (length(key) BETWEEN 22 AND 64),
  -- Who sold, as it was then: { name, address, phone }.
  seller jsonb NOT NULL,
  issued_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, program_id, id),
  UNIQUE (tenant_id, program_id, order_id),
  UNIQUE (tenant_id, program_id, business_date, number),
  UNIQUE (tenant_id, program_id, key),
  FOREIGN KEY (tenant_id, program_id, business_date) REFERENCES business_day (tenant_id, program_id, date),
  FOREIGN KEY (tenant_id, program_id, order_id) REFERENCES shop_order (tenant_id, program_id, id)
);
CREATE TRIGGER receipt_append_only BEFORE UPDATE OR DELETE ON receipt
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Also for an owner whom row-level security binds.
ALTER TABLE shop NO FORCE ROW LEVEL SECURITY;
ALTER TABLE shop_order NO FORCE ROW LEVEL SECURITY;
ALTER TABLE business_day NO FORCE ROW LEVEL SECURITY;

CREATE TEMPORARY TABLE paid_before ON COMMIT DROP AS
  SELECT o.tenant_id, o.program_id, o.id AS order_id, o.paid_at,
    ((o.paid_at AT TIME ZONE s.time_zone) - s.day_starts)::date AS business_date,
    jsonb_build_object('name', s.name, 'address', s.address, 'phone', s.phone) AS seller
  FROM shop_order o JOIN shop s ON (s.tenant_id, s.program_id) = (o.tenant_id, o.program_id)
  WHERE o.paid_at IS NOT NULL AND o.number IS NOT NULL;

INSERT INTO business_day (tenant_id, program_id, date, last_number)
  SELECT DISTINCT tenant_id, program_id, business_date, 0 FROM paid_before
  ON CONFLICT DO NOTHING;

INSERT INTO receipt (tenant_id, program_id, id, order_id, business_date, number, key, seller, issued_at)
  SELECT tenant_id, program_id, gen_random_uuid(), order_id, business_date,
    row_number() OVER (PARTITION BY tenant_id, program_id, business_date ORDER BY paid_at, order_id),
    replace(gen_random_uuid()::text, '-', ''), seller, paid_at
  FROM paid_before;

UPDATE business_day d SET last_receipt = r.last
  FROM (SELECT tenant_id, program_id, business_date, max(number) AS last FROM receipt GROUP BY 1, 2, 3) r
  WHERE (d.tenant_id, d.program_id, d.date) = (r.tenant_id, r.program_id, r.business_date);

ALTER TABLE shop FORCE ROW LEVEL SECURITY;
ALTER TABLE shop_order FORCE ROW LEVEL SECURITY;
ALTER TABLE business_day FORCE ROW LEVEL SECURITY;

ALTER TABLE receipt ENABLE ROW LEVEL SECURITY;
ALTER TABLE receipt FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON receipt USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
GRANT SELECT, INSERT ON receipt TO shopwright_app;
