-- Files that visitors attach to forms: rows of their shop, so that erasing what was sent erases its files in the same
-- transaction. Runs on PostgreSQL 15 to 18.

CREATE TABLE form_attachment (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  id uuid NOT NULL,
  -- The form and its question that the file answers.
  node_id text NOT NULL CHECK (length(node_id) BETWEEN 1 AND 64),
  question integer NOT NULL CHECK (question BETWEEN 0 AND 99),
  visitor_id uuid NOT NULL,
  -- Null until the form is sent; what is never sent goes after a day.
  submission_id uuid,
  -- As the visitor's phone called it.
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  kind text NOT NULL CHECK (kind IN ('picture', 'pdf')),
  -- Pictures are WebP of our own making, whatever was sent.
  body bytea NOT NULL,
  size_bytes integer NOT NULL CHECK (size_bytes BETWEEN 1 AND 10485760 AND size_bytes = octet_length(body)),
  width_px integer,
  height_px integer,
  added_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, program_id, id),
  CHECK ((kind = 'picture') = (width_px IS NOT NULL AND height_px IS NOT NULL)),
  FOREIGN KEY (tenant_id, program_id) REFERENCES shop (tenant_id, program_id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, program_id, visitor_id) REFERENCES visitor (tenant_id, program_id, id),
  FOREIGN KEY (tenant_id, program_id, submission_id) REFERENCES form_submission (tenant_id, program_id, id) ON DELETE CASCADE
);
-- What is in them is compressed already.
ALTER TABLE form_attachment ALTER COLUMN body SET STORAGE EXTERNAL;
CREATE INDEX form_attachment_of_submission ON form_attachment (tenant_id, program_id, submission_id);
CREATE INDEX form_attachment_of_visitor ON form_attachment (tenant_id, program_id, visitor_id);

ALTER TABLE form_attachment ENABLE ROW LEVEL SECURITY;
ALTER TABLE form_attachment FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON form_attachment
  USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON form_attachment TO shopwright_app;
