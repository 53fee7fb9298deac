-- How a shop is found: what kind of place it is, its posters, and which of them brought somebody.

-- Null as long as nobody said; what the shop offers then tells.
ALTER TABLE shop ADD COLUMN kind text CHECK (kind IN (
  'restaurant', 'cafe', 'bar', 'salon', 'beauty', 'clinic', 'fitness', 'hotel', 'event', 'store', 'other'
));

-- The code of the poster that somebody scanned last, and when. A code on a table is 'table'.
ALTER TABLE visitor
  ADD COLUMN via text CHECK (via ~ '^[a-z0-9-]{1,40}$'),
  ADD COLUMN via_at timestamptz,
  ADD CHECK ((via IS NULL) = (via_at IS NULL));

-- What had brought the customer when the order was placed; never changed afterwards.
ALTER TABLE shop_order ADD COLUMN via text CHECK (via ~ '^[a-z0-9-]{1,40}$');

-- Posters that hang somewhere else than on a table.
CREATE TABLE poster (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  -- Stands in the poster's link; the name may change, what is printed does not.
  code text NOT NULL CHECK (code ~ '^[a-z0-9-]{1,40}$'),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, program_id, code),
  FOREIGN KEY (tenant_id, program_id) REFERENCES shop (tenant_id, program_id) ON DELETE CASCADE
);

-- Opens the draft on a phone that nobody is signed in on: to look at, for an hour, until it is taken back.
CREATE TABLE phone_preview (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  id uuid NOT NULL,
  -- The token itself is only in the code that the phone scans.
  token_sha256 bytea NOT NULL,
  created_by text NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, program_id, id),
  FOREIGN KEY (tenant_id, program_id) REFERENCES program (tenant_id, id) ON DELETE CASCADE
);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['poster', 'phone_preview'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY own_tenant ON %I USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant())', name
    );
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO shopwright_app', name);
  END LOOP;
END $$;
