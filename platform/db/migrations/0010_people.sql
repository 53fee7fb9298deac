-- Who may do what in one program, invitations, and comments. Runs on PostgreSQL 15 to 18.

-- A person's role in one program, where it is another than in the workspace, or where they are guests of that program.
CREATE TABLE program_member (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  user_id text NOT NULL REFERENCES "user" (id) ON DELETE CASCADE,
  role text NOT NULL CHECK (role IN ('owner', 'designer', 'editor', 'viewer')),
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, program_id, user_id),
  FOREIGN KEY (tenant_id, program_id) REFERENCES program (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX program_member_user ON program_member (user_id);

-- The link carries a key made from the row's id and the installation's secret, so no key is stored.
CREATE TABLE invitation (
  tenant_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  -- Absent: into the whole workspace.
  program_id uuid,
  role text NOT NULL CHECK (role IN ('owner', 'designer', 'editor', 'viewer')),
  -- Whom it was written to; absent for a link that is passed on by hand.
  email text CHECK (length(email) BETWEEN 3 AND 320),
  most_uses integer NOT NULL CHECK (most_uses BETWEEN 1 AND 100),
  uses integer NOT NULL DEFAULT 0 CHECK (uses BETWEEN 0 AND most_uses),
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz,
  created_by text NOT NULL REFERENCES "user" (id) ON DELETE CASCADE,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, program_id) REFERENCES program (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX invitation_pending ON invitation (tenant_id, program_id) WHERE revoked_at IS NULL;

-- What people say about a block or a page. The document does not know of it: who may comment need not be able to edit.
CREATE TABLE comment_thread (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('comment', 'change-request')),
  -- Ids of the document, which may be gone from it by now.
  page_id text CHECK (length(page_id) <= 200),
  node_id text CHECK (length(node_id) <= 2000),
  field text CHECK (length(field) <= 200),
  -- What it was pinned to, in words, for when that is deleted.
  pinned_to text NOT NULL DEFAULT '' CHECK (length(pinned_to) <= 200),
  created_by text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  -- Of its newest comment or change of state.
  changed_at timestamptz NOT NULL DEFAULT now(),
  resolved_by text,
  resolved_at timestamptz,
  PRIMARY KEY (tenant_id, program_id, id),
  FOREIGN KEY (tenant_id, program_id) REFERENCES program (tenant_id, id) ON DELETE CASCADE,
  CHECK ((resolved_at IS NULL) = (resolved_by IS NULL))
);

CREATE TABLE comment (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  thread_id uuid NOT NULL,
  id uuid NOT NULL,
  author_id text NOT NULL,
  -- As they were called then: the account may go, what was said stays.
  author_name text NOT NULL,
  body text NOT NULL CHECK (length(body) BETWEEN 1 AND 4000),
  -- Ids of the people it names.
  mentions text[] NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, program_id, thread_id, id),
  FOREIGN KEY (tenant_id, program_id, thread_id)
    REFERENCES comment_thread (tenant_id, program_id, id) ON DELETE CASCADE
);

-- Up to where a person has read a thread. Without a row: nothing of it.
CREATE TABLE comment_read (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  thread_id uuid NOT NULL,
  user_id text NOT NULL REFERENCES "user" (id) ON DELETE CASCADE,
  read_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, program_id, thread_id, user_id),
  FOREIGN KEY (tenant_id, program_id, thread_id)
    REFERENCES comment_thread (tenant_id, program_id, id) ON DELETE CASCADE
);

-- Guests of one program see the pictures they brought, not those of the workspace's other shops.
ALTER TABLE picture ADD COLUMN added_by text;

-- Everyone who tries this installation gets a workspace of their own.
DROP INDEX workspace_one_demo;
ALTER TABLE workspace DROP COLUMN is_demo;
DELETE FROM installation WHERE name = 'demo-workspace';

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['program_member', 'invitation', 'comment_thread', 'comment', 'comment_read'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY own_tenant ON %I USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant())', name
    );
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO shopwright_app', name);
  END LOOP;
END $$;
-- A guest finds out which programs they were let into before any tenant is entered.
CREATE POLICY own_membership ON program_member FOR SELECT USING (user_id = current_person());

-- `access`: somebody's role changed, `comment`: a thread did. Added to whatever kinds there are by now.
DO $$
DECLARE rule text;
BEGIN
  SELECT pg_get_constraintdef(oid) INTO rule FROM pg_constraint WHERE conname = 'shop_event_type_check';
  ALTER TABLE shop_event DROP CONSTRAINT shop_event_type_check;
  EXECUTE 'ALTER TABLE shop_event ADD CONSTRAINT shop_event_type_check '
    || replace(rule, 'ARRAY[', 'ARRAY[''access''::text, ''comment''::text, ');
END $$;
