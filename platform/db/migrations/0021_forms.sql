-- What visitors sent by the forms of a program. Runs on PostgreSQL 15 to 18.

CREATE TABLE form_submission (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  id uuid NOT NULL,
  -- The block that was filled in, and the release that it was filled in on: its questions are in there for good.
  node_id text NOT NULL CHECK (length(node_id) BETWEEN 1 AND 64),
  release_id uuid NOT NULL,
  visitor_id uuid NOT NULL,
  -- What the form was called, and each question with its answer, in the words that the visitor read.
  form_name text NOT NULL CHECK (length(form_name) <= 200),
  answers jsonb NOT NULL,
  -- The sentence that was agreed to.
  consent_text text NOT NULL CHECK (length(consent_text) BETWEEN 1 AND 500),
  sent_at timestamptz NOT NULL DEFAULT now(),
  status text NOT NULL DEFAULT 'new' CHECK (status IN ('new', 'done')),
  -- Whose hands it went through last.
  handled_by text,
  handled_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (tenant_id, program_id, id),
  FOREIGN KEY (tenant_id, program_id) REFERENCES shop (tenant_id, program_id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, program_id, visitor_id) REFERENCES visitor (tenant_id, program_id, id)
);
CREATE INDEX form_submission_newest ON form_submission (tenant_id, program_id, sent_at DESC, id DESC);
CREATE INDEX form_submission_of_visitor ON form_submission (tenant_id, program_id, visitor_id);

DO $$
DECLARE rule text;
BEGIN
  SELECT pg_get_constraintdef(oid) INTO rule FROM pg_constraint WHERE conname = 'shop_event_type_check';
  ALTER TABLE shop_event DROP CONSTRAINT shop_event_type_check;
  EXECUTE 'ALTER TABLE shop_event ADD CONSTRAINT shop_event_type_check ' || replace(rule, 'ARRAY[', 'ARRAY[''form''::text, ');
END $$;

ALTER TABLE form_submission ENABLE ROW LEVEL SECURITY;
ALTER TABLE form_submission FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON form_submission
  USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON form_submission TO shopwright_app;

DO $$
DECLARE rule text;
BEGIN
  SELECT pg_get_constraintdef(oid) INTO rule FROM pg_constraint WHERE conname = 'consent_purpose_check';
  ALTER TABLE consent DROP CONSTRAINT consent_purpose_check;
  EXECUTE 'ALTER TABLE consent ADD CONSTRAINT consent_purpose_check ' || replace(rule, 'ARRAY[', 'ARRAY[''form''::text, ');
END $$;
