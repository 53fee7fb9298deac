-- Customers: people with an account of the platform. A workspace knows them by an id of its own, and reads of them what
-- they agreed to. Runs on PostgreSQL 15 to 18.

CREATE FUNCTION current_customer() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.customer', true), '')::uuid $$;

-- A secret that the caller shows, as the SHA-256 that is stored of it, in hex.
CREATE FUNCTION shown_secret() RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT decode(nullif(current_setting('app.secret', true), ''), 'hex') $$;

-- The person, for the platform alone ---------------------------------------------------------------------------------

CREATE TABLE customer (
  id uuid PRIMARY KEY,
  name text NOT NULL DEFAULT '' CHECK (length(name) <= 60),
  phone text NOT NULL DEFAULT '' CHECK (length(phone) <= 32),
  email text NOT NULL DEFAULT '' CHECK (length(email) <= 320),
  created_at timestamptz NOT NULL DEFAULT now()
);

-- What somebody signs in with: shown to be theirs by a code that was sent there.
CREATE TABLE customer_contact (
  kind text NOT NULL CHECK (kind IN ('phone', 'email')),
  value text NOT NULL CHECK (length(value) BETWEEN 3 AND 320),
  customer_id uuid NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (kind, value)
);

CREATE TABLE customer_session (
  token_sha256 bytea PRIMARY KEY,
  customer_id uuid NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL
);
CREATE INDEX customer_session_of ON customer_session (customer_id);

-- A code on its way. The token is in a cookie of the browser that asked for it; the code is only in the message.
CREATE TABLE sign_in_code (
  token_sha256 bytea PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('phone', 'email')),
  contact text NOT NULL,
  code_hmac bytea NOT NULL,
  tries integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);
CREATE INDEX sign_in_code_old ON sign_in_code (expires_at);

-- Messages of the sandbox, which sends none: whoever has the address of one reads it.
CREATE TABLE sandbox_message (
  token_sha256 bytea PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('phone', 'email')),
  recipient text NOT NULL,
  body text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL
);
CREATE INDEX sandbox_message_old ON sandbox_message (expires_at);

-- What workspaces know of customers ----------------------------------------------------------------------------------

-- The id is all that a workspace's programs see: two workspaces cannot tell that they have the same customer.
CREATE TABLE workspace_customer (
  tenant_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  customer_id uuid NOT NULL REFERENCES customer (id),
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, customer_id)
);
CREATE INDEX workspace_customer_of ON workspace_customer (customer_id);

-- One browser that was in a program, and which visitor it stands for now: once its customer signs in, the same one as
-- that customer's other browsers.
CREATE TABLE browser (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  id uuid NOT NULL,
  -- The key itself never leaves the browser.
  key_sha256 bytea NOT NULL,
  visitor_id uuid NOT NULL,
  -- On the platform's origin of the same device: signing out there ends it here.
  session_sha256 bytea,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, program_id, id),
  UNIQUE (tenant_id, program_id, key_sha256),
  FOREIGN KEY (tenant_id, program_id, visitor_id) REFERENCES visitor (tenant_id, program_id, id) ON DELETE CASCADE
);
CREATE INDEX browser_of_visitor ON browser (tenant_id, program_id, visitor_id);

-- The owner of the tables may be bound by row-level security too, and would move nothing.
ALTER TABLE visitor NO FORCE ROW LEVEL SECURITY;
INSERT INTO browser (tenant_id, program_id, id, key_sha256, visitor_id, created_at)
  SELECT tenant_id, program_id, id, key_sha256, id, created_at FROM visitor;
ALTER TABLE visitor DROP COLUMN key_sha256;
ALTER TABLE visitor
  ADD COLUMN customer_id uuid,
  ADD FOREIGN KEY (tenant_id, customer_id) REFERENCES workspace_customer (tenant_id, id);
CREATE UNIQUE INDEX visitor_of_customer ON visitor (tenant_id, program_id, customer_id) WHERE customer_id IS NOT NULL;
ALTER TABLE visitor FORCE ROW LEVEL SECURITY;

-- A program asks a customer to sign in. Made on the program's origin, answered on the platform's, ended on the program's.
CREATE TABLE login_request (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  id uuid NOT NULL,
  -- Of the address of the page that asks the customer.
  token_sha256 bytea NOT NULL UNIQUE,
  -- The only browser that may end it. Not a reference: a browser that is forgotten ends nothing.
  browser_id uuid NOT NULL,
  release_id uuid NOT NULL,
  reason text NOT NULL CHECK (reason IN ('membership', 'order-contact')),
  fields text[] NOT NULL CHECK (fields <@ ARRAY['name', 'phone', 'email']),
  -- On the program's origin.
  return_path text NOT NULL CHECK (return_path ~ '^/([^/\\]|$)' AND length(return_path) <= 500),
  expires_at timestamptz NOT NULL,
  -- What the customer said, and the code that takes it back to the program's origin.
  customer_id uuid,
  code_sha256 bytea,
  session_sha256 bytea,
  answered_at timestamptz,
  redeemed_at timestamptz,
  PRIMARY KEY (tenant_id, program_id, id),
  CHECK ((customer_id IS NULL) = (code_sha256 IS NULL) AND (customer_id IS NULL) = (session_sha256 IS NULL)),
  CHECK (code_sha256 IS NULL OR answered_at IS NOT NULL),
  CHECK (redeemed_at IS NULL OR code_sha256 IS NOT NULL),
  FOREIGN KEY (tenant_id, program_id) REFERENCES shop (tenant_id, program_id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, customer_id) REFERENCES workspace_customer (tenant_id, id)
);
CREATE INDEX login_request_of_browser ON login_request (tenant_id, program_id, browser_id);

-- A consent is of a visitor who filled in a form, or of a customer who agreed to what a program may read of them.
ALTER TABLE consent
  ALTER COLUMN visitor_id DROP NOT NULL,
  ADD COLUMN customer_id uuid,
  ADD COLUMN fields text[] NOT NULL DEFAULT '{}' CHECK (fields <@ ARRAY['name', 'phone', 'email']),
  ADD COLUMN release_id uuid,
  ADD COLUMN language text,
  ADD CHECK ((visitor_id IS NULL) <> (customer_id IS NULL)),
  ADD CHECK ((customer_id IS NULL) = (release_id IS NULL)),
  ADD FOREIGN KEY (tenant_id, customer_id) REFERENCES workspace_customer (tenant_id, id);
CREATE UNIQUE INDEX consent_of_customer ON consent (tenant_id, program_id, customer_id, purpose)
  WHERE customer_id IS NOT NULL AND withdrawn_at IS NULL;

-- Two cards of one person became one; this one is kept for its history.
ALTER TABLE member
  ADD COLUMN merged_into uuid,
  ADD FOREIGN KEY (tenant_id, program_id, merged_into) REFERENCES member (tenant_id, program_id, id);

-- Claims of two browsers are numbered anew in one statement when their person signs in.
DO $$
DECLARE name text;
BEGIN
  SELECT conname INTO name FROM pg_constraint WHERE conrelid = 'coupon_claim'::regclass AND contype = 'u'
    AND pg_get_constraintdef(oid) = 'UNIQUE (tenant_id, program_id, coupon_id, visitor_id, n)';
  EXECUTE format('ALTER TABLE coupon_claim DROP CONSTRAINT %I', name);
END $$;
ALTER TABLE coupon_claim ADD CONSTRAINT coupon_claim_numbered
  UNIQUE (tenant_id, program_id, coupon_id, visitor_id, n) DEFERRABLE INITIALLY IMMEDIATE;

-- Parts of published pages from the last builds, by names that carry a hash of what is in them. Public, and nobody's.
CREATE TABLE runtime_file (
  name text PRIMARY KEY CHECK (name ~ '^[^/]+-[A-Za-z0-9_-]{8,}[.][a-z0-9]+$'),
  body bytea NOT NULL,
  -- When a process of a build that has it said so last.
  used_at timestamptz NOT NULL DEFAULT now()
);

-- What the program was called in it: taken over into lists when everybody sees it, at once or later.
ALTER TABLE release ADD COLUMN name text NOT NULL DEFAULT '';

-- Isolation ----------------------------------------------------------------------------------------------------------

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['customer', 'customer_contact', 'customer_session', 'sign_in_code', 'sandbox_message',
    'workspace_customer', 'browser', 'login_request'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO shopwright_app', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['workspace_customer', 'browser', 'login_request'] LOOP
    EXECUTE format(
      'CREATE POLICY own_tenant ON %I USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant())', name
    );
  END LOOP;
  FOREACH name IN ARRAY ARRAY['customer_contact', 'customer_session'] LOOP
    EXECUTE format(
      'CREATE POLICY own_customer ON %I USING (customer_id = current_customer()) WITH CHECK (customer_id = current_customer())',
      name
    );
  END LOOP;
  FOREACH name IN ARRAY ARRAY['sign_in_code', 'sandbox_message'] LOOP
    EXECUTE format(
      'CREATE POLICY named ON %I USING (token_sha256 = shown_secret()) WITH CHECK (token_sha256 = shown_secret())', name
    );
    EXECUTE format('CREATE POLICY over ON %I FOR SELECT USING (expires_at < now() - interval ''1 hour'')', name);
    EXECUTE format('CREATE POLICY over_goes ON %I FOR DELETE USING (expires_at < now() - interval ''1 hour'')', name);
  END LOOP;
END $$;
CREATE POLICY own_customer ON customer USING (id = current_customer()) WITH CHECK (id = current_customer());
-- A customer finds out which workspaces know them before any tenant is entered.
CREATE POLICY own_customer ON workspace_customer FOR SELECT USING (customer_id = current_customer());
-- Whoever holds the cookie, or has the address of the page, finds whose it is.
CREATE POLICY named_session ON customer_session FOR SELECT USING (token_sha256 = shown_secret());
CREATE POLICY named_request ON login_request FOR SELECT USING (token_sha256 = shown_secret());
-- A contact that has just been shown to be somebody's.
CREATE POLICY named_contact ON customer_contact FOR SELECT
  USING (kind || ':' || value = nullif(current_setting('app.contact', true), ''));
