-- Addresses of a workspace's own that are told what happens in its shops, and what each was told. Runs on PostgreSQL 15
-- to 18.

CREATE TABLE webhook_endpoint (
  tenant_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  url text NOT NULL CHECK (length(url) BETWEEN 9 AND 500),
  -- Kinds of events that it is told.
  events text[] NOT NULL CHECK (cardinality(events) BETWEEN 1 AND 20),
  -- Signs what is sent; sealed under the installation's secret.
  sealed_secret bytea NOT NULL,
  is_on boolean NOT NULL DEFAULT true,
  -- When it was turned off because it had not answered for days.
  gave_up_at timestamptz,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id)
);

-- One event for one address, written in the transaction that it tells about.
CREATE TABLE webhook_delivery (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  endpoint_id uuid NOT NULL,
  program_id uuid NOT NULL,
  event_seq bigint NOT NULL,
  type text NOT NULL,
  subject_id text NOT NULL,
  happened_at timestamptz NOT NULL DEFAULT now(),
  -- As it is sent, the same at every try; made at the first.
  body text,
  status text NOT NULL DEFAULT 'waiting' CHECK (status IN ('waiting', 'delivered', 'failed')),
  attempts integer NOT NULL DEFAULT 0,
  next_at timestamptz NOT NULL DEFAULT now(),
  last_status integer,
  -- Why the last try failed, by a code of ours: never what the other side answered.
  last_problem text CHECK (length(last_problem) <= 40),
  ended_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, endpoint_id, program_id, event_seq),
  FOREIGN KEY (tenant_id, endpoint_id) REFERENCES webhook_endpoint (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, program_id) REFERENCES program (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX webhook_delivery_newest ON webhook_delivery (tenant_id, endpoint_id, happened_at DESC, id DESC);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['webhook_endpoint', 'webhook_delivery'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY own_tenant ON %I USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant())', name
    );
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO shopwright_app', name);
  END LOOP;
END $$;
