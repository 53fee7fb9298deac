-- Coming by every day: points once per business day, and more for days in a row. Runs on PostgreSQL 15 to 18.

ALTER TABLE shop
  -- 0: the shop has no check-in.
  ADD COLUMN check_in_points integer NOT NULL DEFAULT 0 CHECK (check_in_points BETWEEN 0 AND 10000),
  -- With every so many days in a row there are so many points on top; null for none.
  ADD COLUMN check_in_streak_days integer CHECK (check_in_streak_days BETWEEN 2 AND 60),
  ADD COLUMN check_in_streak_points integer NOT NULL DEFAULT 0 CHECK (check_in_streak_points BETWEEN 0 AND 10000);

CREATE TABLE check_in (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  member_id uuid NOT NULL,
  -- The shop's business day.
  date date NOT NULL,
  -- The how manyth day in a row.
  streak integer NOT NULL CHECK (streak >= 1),
  -- The ledger has a bonus of `check-in:<date>` for as many.
  points integer NOT NULL CHECK (points > 0),
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, program_id, member_id, date),
  FOREIGN KEY (tenant_id, program_id, member_id) REFERENCES member (tenant_id, program_id, id)
);

ALTER TABLE check_in ENABLE ROW LEVEL SECURITY;
ALTER TABLE check_in FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON check_in
  USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
GRANT SELECT, INSERT ON check_in TO shopwright_app;
REVOKE UPDATE, DELETE ON check_in FROM shopwright_app;
