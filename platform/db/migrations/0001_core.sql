-- People, workspaces, programs, releases, pictures. Runs on PostgreSQL 15 to 18.
-- A workspace is a tenant. Every row of a tenant carries its id, keys and references go through it, and row-level
-- security shows a transaction the rows of the one tenant that it entered (`withTenant`), whatever a query says.

CREATE FUNCTION current_tenant() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.tenant', true), '')::uuid $$;

CREATE FUNCTION current_person() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.person', true), '') $$;

-- What this installation made for itself once and all its processes share, such as the key that signs sessions.
CREATE TABLE installation (
  name text PRIMARY KEY,
  value text NOT NULL
);

-- People: the tables of better-auth, with its names ---------------------------------------------------------------

CREATE TABLE "user" (
  id text PRIMARY KEY,
  name text NOT NULL,
  email text NOT NULL UNIQUE,
  "emailVerified" boolean NOT NULL DEFAULT false,
  image text,
  "createdAt" timestamptz NOT NULL DEFAULT now(),
  "updatedAt" timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE session (
  id text PRIMARY KEY,
  token text NOT NULL UNIQUE,
  "userId" text NOT NULL REFERENCES "user" (id) ON DELETE CASCADE,
  "expiresAt" timestamptz NOT NULL,
  "ipAddress" text,
  "userAgent" text,
  "createdAt" timestamptz NOT NULL DEFAULT now(),
  "updatedAt" timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX session_of_user ON session ("userId");

CREATE TABLE account (
  id text PRIMARY KEY,
  "accountId" text NOT NULL,
  "providerId" text NOT NULL,
  "userId" text NOT NULL REFERENCES "user" (id) ON DELETE CASCADE,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz NOT NULL DEFAULT now(),
  "updatedAt" timestamptz NOT NULL DEFAULT now(),
  UNIQUE ("providerId", "accountId")
);
CREATE INDEX account_of_user ON account ("userId");

CREATE TABLE verification (
  id text PRIMARY KEY,
  identifier text NOT NULL,
  value text NOT NULL,
  "expiresAt" timestamptz NOT NULL,
  "createdAt" timestamptz NOT NULL DEFAULT now(),
  "updatedAt" timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX verification_identifier ON verification (identifier);

-- Fixed windows of attempts, shared by all processes. `key` holds a hash, never an address or an e-mail.
CREATE TABLE attempt_window (
  key text PRIMARY KEY,
  attempts integer NOT NULL,
  ends_at timestamptz NOT NULL
);

-- Workspaces -------------------------------------------------------------------------------------------------------

CREATE TABLE workspace (
  id uuid PRIMARY KEY,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  -- Shared by everyone who tries this installation with one click; there is at most one.
  is_demo boolean NOT NULL DEFAULT false,
  -- The person whose first workspace it is; each has at most one, however often it is asked for.
  made_for text UNIQUE REFERENCES "user" (id) ON DELETE SET NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX workspace_one_demo ON workspace (is_demo) WHERE is_demo;

CREATE TABLE workspace_member (
  tenant_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  user_id text NOT NULL REFERENCES "user" (id) ON DELETE CASCADE,
  role text NOT NULL CHECK (role IN ('owner', 'designer', 'editor', 'viewer')),
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, user_id)
);
CREATE INDEX workspace_member_user ON workspace_member (user_id);

-- Programs ---------------------------------------------------------------------------------------------------------

CREATE TABLE program (
  tenant_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  id uuid NOT NULL UNIQUE,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  language text NOT NULL CHECK (language IN ('zh-CN', 'en')),
  template_id text NOT NULL,
  -- First part of its origin's host name: 128 random bits, so nobody finds a program by trying names.
  label text NOT NULL UNIQUE CHECK (label ~ '^[a-z2-7]{26}$'),
  live_release_id uuid,
  -- Counts up with each change of data that published pages draw; a page's HTML depends on it and the release alone.
  data_version bigint NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id)
);

-- Whose a program is, for requests that name only the program or its origin. Outside row-level security because it is
-- read before the tenant is known; it holds nothing private, and rows are never changed.
CREATE TABLE program_route (
  program_id uuid PRIMARY KEY,
  tenant_id uuid NOT NULL,
  label text NOT NULL UNIQUE,
  FOREIGN KEY (tenant_id, program_id) REFERENCES program (tenant_id, id) ON DELETE CASCADE
);

-- Releases ---------------------------------------------------------------------------------------------------------

CREATE TABLE release (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  id uuid NOT NULL,
  seq integer NOT NULL CHECK (seq > 0),
  -- The publisher's request: sent twice, it finds this release.
  request_id uuid NOT NULL,
  -- The content-addressed files it consists of.
  program_sha256 text NOT NULL CHECK (program_sha256 ~ '^[0-9a-f]{64}$'),
  document_sha256 text NOT NULL CHECK (document_sha256 ~ '^[0-9a-f]{64}$'),
  pages integer NOT NULL CHECK (pages > 0),
  problems jsonb NOT NULL DEFAULT '[]',
  published_by text NOT NULL,
  published_by_name text NOT NULL,
  published_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, program_id, id),
  UNIQUE (tenant_id, program_id, seq),
  UNIQUE (tenant_id, program_id, request_id),
  FOREIGN KEY (tenant_id, program_id) REFERENCES program (tenant_id, id) ON DELETE CASCADE
);

ALTER TABLE program ADD FOREIGN KEY (tenant_id, id, live_release_id)
  REFERENCES release (tenant_id, program_id, id) DEFERRABLE INITIALLY DEFERRED;

CREATE TABLE release_event (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  seq integer NOT NULL CHECK (seq > 0),
  kind text NOT NULL CHECK (kind IN ('publish', 'activate')),
  from_release_id uuid,
  to_release_id uuid NOT NULL,
  actor_id text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, program_id, seq),
  FOREIGN KEY (tenant_id, program_id, to_release_id) REFERENCES release (tenant_id, program_id, id) ON DELETE CASCADE
);

CREATE FUNCTION refuse_rewriting_releases() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a row of % is never changed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER release_immutable BEFORE UPDATE ON release FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_releases();
CREATE TRIGGER release_event_immutable BEFORE UPDATE ON release_event
  FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_releases();

-- Pictures ---------------------------------------------------------------------------------------------------------

CREATE TABLE picture (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  id uuid NOT NULL,
  -- Names the stored file; the picture's address is /pictures/<sha256>.
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  name text NOT NULL,
  alt text NOT NULL DEFAULT '',
  width_px integer NOT NULL CHECK (width_px > 0),
  height_px integer NOT NULL CHECK (height_px > 0),
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, program_id, id),
  UNIQUE (tenant_id, program_id, sha256),
  FOREIGN KEY (tenant_id, program_id) REFERENCES program (tenant_id, id) ON DELETE CASCADE
);

-- Isolation --------------------------------------------------------------------------------------------------------

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['workspace', 'workspace_member', 'program', 'release', 'release_event', 'picture'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO shopwright_app', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['workspace_member', 'program', 'release', 'release_event', 'picture'] LOOP
    EXECUTE format(
      'CREATE POLICY own_tenant ON %I USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant())', name
    );
  END LOOP;
END $$;
CREATE POLICY own_tenant ON workspace USING (id = current_tenant()) WITH CHECK (id = current_tenant());

-- A person finds out where they belong before any tenant is entered.
CREATE POLICY own_membership ON workspace_member FOR SELECT USING (user_id = current_person());
CREATE POLICY own_workspaces ON workspace FOR SELECT
  USING (id IN (SELECT tenant_id FROM workspace_member WHERE user_id = current_person()));

REVOKE UPDATE, DELETE ON installation, program_route FROM shopwright_app;
REVOKE DELETE ON release, release_event FROM shopwright_app;
