-- Parcels, repairs and other work whose progress its customer follows by a code. Runs on PostgreSQL 15 to 18.

CREATE TABLE shop_job (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  id uuid NOT NULL,
  code text NOT NULL CHECK (code ~ '^[3467ACDEFGHJKMNPQRTWXY]{8}$'),
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 80),
  customer_name text NOT NULL CHECK (length(customer_name) <= 60),
  customer_phone text NOT NULL CHECK (length(customer_phone) <= 32),
  customer_email text NOT NULL CHECK (length(customer_email) <= 254),
  promised_on date,
  -- In their order, each with when it was done and what there is to say of it.
  steps jsonb NOT NULL CHECK (jsonb_array_length(steps) BETWEEN 1 AND 10),
  status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'done', 'cancelled')),
  created_at timestamptz NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  -- The version that the customer was told of last.
  told_version integer NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, program_id, id),
  UNIQUE (tenant_id, program_id, code),
  FOREIGN KEY (tenant_id, program_id) REFERENCES shop (tenant_id, program_id) ON DELETE CASCADE
);

DO $$
DECLARE rule text;
BEGIN
  SELECT pg_get_constraintdef(oid) INTO rule FROM pg_constraint WHERE conname = 'shop_event_type_check';
  ALTER TABLE shop_event DROP CONSTRAINT shop_event_type_check;
  EXECUTE 'ALTER TABLE shop_event ADD CONSTRAINT shop_event_type_check ' || replace(rule, 'ARRAY[', 'ARRAY[''job''::text, ');
END $$;

ALTER TABLE shop_job ENABLE ROW LEVEL SECURITY;
ALTER TABLE shop_job FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON shop_job
  USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON shop_job TO shopwright_app;
