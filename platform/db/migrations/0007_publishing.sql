-- Notes on releases, publishing at a moment, gradual release, private previews, and taking a program offline.

ALTER TABLE release ADD COLUMN note text NOT NULL DEFAULT '' CHECK (length(note) <= 200);

-- Taking a program offline points it at nothing.
ALTER TABLE release_event ALTER COLUMN to_release_id DROP NOT NULL;
ALTER TABLE release_event DROP CONSTRAINT release_event_kind_check;
ALTER TABLE release_event ADD CHECK (kind IN ('publish', 'activate', 'unpublish', 'gradual', 'promote', 'stop'));

-- What kinds there are is said by the code that handles them; a list here would have to be widened by every area.
ALTER TABLE shop_timer DROP CONSTRAINT shop_timer_kind_check;
ALTER TABLE shop_timer ADD CONSTRAINT shop_timer_kind_check CHECK (kind ~ '^[a-z][a-z-]*$');

-- To be done at a moment; a timer carries it out. A release that is to go live is built when it is planned.
CREATE TABLE release_plan (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('publish', 'unpublish')),
  release_id uuid,
  due_at timestamptz NOT NULL,
  status text NOT NULL DEFAULT 'waiting' CHECK (status IN ('waiting', 'done', 'cancelled')),
  planned_by text NOT NULL,
  planned_by_name text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  settled_at timestamptz,
  PRIMARY KEY (tenant_id, program_id, id),
  CHECK ((kind = 'publish') = (release_id IS NOT NULL)),
  CHECK ((status = 'waiting') = (settled_at IS NULL)),
  FOREIGN KEY (tenant_id, program_id) REFERENCES program (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, program_id, release_id) REFERENCES release (tenant_id, program_id, id)
);
CREATE INDEX release_plan_waiting ON release_plan (tenant_id, program_id, due_at) WHERE status = 'waiting';

-- A share of the visitors gets another release. Its id is part of the hash that decides who.
CREATE TABLE release_rollout (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  id uuid NOT NULL,
  from_release_id uuid NOT NULL,
  to_release_id uuid NOT NULL,
  percent integer NOT NULL CHECK (percent BETWEEN 1 AND 99),
  from_visits bigint NOT NULL DEFAULT 0,
  to_visits bigint NOT NULL DEFAULT 0,
  started_by text NOT NULL,
  started_by_name text NOT NULL,
  started_at timestamptz NOT NULL DEFAULT now(),
  ended_at timestamptz,
  outcome text CHECK (outcome IN ('promoted', 'stopped')),
  PRIMARY KEY (tenant_id, program_id, id),
  CHECK (from_release_id <> to_release_id),
  CHECK ((ended_at IS NULL) = (outcome IS NULL)),
  FOREIGN KEY (tenant_id, program_id) REFERENCES program (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, program_id, from_release_id) REFERENCES release (tenant_id, program_id, id),
  FOREIGN KEY (tenant_id, program_id, to_release_id) REFERENCES release (tenant_id, program_id, id)
);
CREATE UNIQUE INDEX release_rollout_one_running ON release_rollout (tenant_id, program_id) WHERE ended_at IS NULL;

-- Which of two versions an order was begun in; whether it was paid is asked of the order itself.
CREATE TABLE rollout_order (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  rollout_id uuid NOT NULL,
  order_id uuid NOT NULL,
  release_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, program_id, rollout_id, order_id),
  FOREIGN KEY (tenant_id, program_id, rollout_id) REFERENCES release_rollout (tenant_id, program_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, program_id, order_id) REFERENCES shop_order (tenant_id, program_id, id) ON DELETE CASCADE
);

-- The draft of one moment on an origin of its own, whose name nobody can guess.
CREATE TABLE preview_link (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  id uuid NOT NULL,
  label text NOT NULL UNIQUE CHECK (label ~ '^[a-z2-7]{26}$'),
  note text NOT NULL DEFAULT '' CHECK (length(note) <= 200),
  program_sha256 text NOT NULL CHECK (program_sha256 ~ '^[0-9a-f]{64}$'),
  made_by text NOT NULL,
  made_by_name text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz,
  PRIMARY KEY (tenant_id, program_id, id),
  FOREIGN KEY (tenant_id, program_id) REFERENCES program (tenant_id, id) ON DELETE CASCADE
);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['release_plan', 'release_rollout', 'rollout_order', 'preview_link'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY own_tenant ON %I USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant())', name
    );
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO shopwright_app', name);
  END LOOP;
END $$;
REVOKE DELETE ON release_plan, release_rollout, preview_link FROM shopwright_app;

-- Whoever knows the name of a preview's origin finds whose it is, before any tenant is entered.
CREATE POLICY named_preview ON preview_link FOR SELECT
  USING (label = nullif(current_setting('app.preview', true), ''));
