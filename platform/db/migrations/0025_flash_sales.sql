-- Flash sales: one size of a dish for less, for a time and a quantity. Runs on PostgreSQL 15 to 18.
-- Both limits are constraints, consumed by the statement that checks them: `sold` by the update that takes some,
-- `taken` by the person's own row.

CREATE TABLE flash_sale (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  id uuid NOT NULL,
  dish_id uuid NOT NULL,
  variant_id uuid NOT NULL,
  price_minor bigint NOT NULL CHECK (price_minor BETWEEN 1 AND 10000000),
  -- So many at this price, to everybody together and to one person.
  quantity integer NOT NULL CHECK (quantity BETWEEN 1 AND 1000000),
  per_person integer NOT NULL CHECK (per_person BETWEEN 1 AND 99),
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  paused boolean NOT NULL DEFAULT false,
  -- On orders that were not called off, those that wait for their payment included.
  sold integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (tenant_id, program_id, id),
  CHECK (ends_at > starts_at),
  CONSTRAINT flash_sale_limit CHECK (sold BETWEEN 0 AND quantity),
  -- A size has one price at a time.
  CONSTRAINT flash_sale_one_at_a_time EXCLUDE USING gist (
    tenant_id WITH =, program_id WITH =, variant_id WITH =, tstzrange(starts_at, ends_at) WITH &&
  ) WHERE (NOT paused),
  FOREIGN KEY (tenant_id, program_id) REFERENCES shop (tenant_id, program_id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, program_id, dish_id) REFERENCES dish (tenant_id, program_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, program_id, variant_id) REFERENCES dish_variant (tenant_id, program_id, id) ON DELETE CASCADE
);
CREATE INDEX flash_sale_by_end ON flash_sale (tenant_id, program_id, ends_at);

-- How many one person has of a sale.
CREATE TABLE flash_sale_share (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  sale_id uuid NOT NULL,
  visitor_id uuid NOT NULL,
  taken integer NOT NULL,
  -- What a person got when they took the last one; more where two visitors turned out to be one person.
  most integer NOT NULL,
  PRIMARY KEY (tenant_id, program_id, sale_id, visitor_id),
  CONSTRAINT flash_sale_per_person CHECK (taken BETWEEN 0 AND most),
  FOREIGN KEY (tenant_id, program_id, sale_id) REFERENCES flash_sale (tenant_id, program_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, program_id, visitor_id) REFERENCES visitor (tenant_id, program_id, id)
);
CREATE INDEX flash_sale_share_of_visitor ON flash_sale_share (tenant_id, program_id, visitor_id);

-- What an order has of a sale; one that was called off stays as released.
CREATE TABLE flash_sale_take (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  order_id uuid NOT NULL,
  sale_id uuid NOT NULL,
  quantity integer NOT NULL CHECK (quantity >= 1),
  at timestamptz NOT NULL DEFAULT now(),
  released_at timestamptz,
  PRIMARY KEY (tenant_id, program_id, order_id, sale_id),
  FOREIGN KEY (tenant_id, program_id, order_id) REFERENCES shop_order (tenant_id, program_id, id),
  FOREIGN KEY (tenant_id, program_id, sale_id) REFERENCES flash_sale (tenant_id, program_id, id) ON DELETE CASCADE
);
CREATE INDEX flash_sale_take_of_sale ON flash_sale_take (tenant_id, program_id, sale_id);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['flash_sale', 'flash_sale_share', 'flash_sale_take'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY own_tenant ON %I USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant())', name
    );
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO shopwright_app', name);
  END LOOP;
END $$;
REVOKE DELETE ON flash_sale_take FROM shopwright_app;
