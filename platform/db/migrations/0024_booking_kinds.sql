-- Buffers and gaps of a service, tables that are pushed together, classes with seats, rooms by nights.
-- Runs on PostgreSQL 15 to 18.

ALTER TABLE service DROP CONSTRAINT service_kind_check;
ALTER TABLE service
  ADD CONSTRAINT service_kind_check CHECK (kind IN ('table', 'appointment', 'class', 'room')),
  -- Before and after the visit, while nobody else can have the table or the person; the customer does not see them.
  ADD COLUMN buffer_before_minutes integer NOT NULL DEFAULT 0 CHECK (buffer_before_minutes BETWEEN 0 AND 240),
  ADD COLUMN buffer_after_minutes integer NOT NULL DEFAULT 0 CHECK (buffer_after_minutes BETWEEN 0 AND 240),
  -- [{ fromMinutes, minutes }]: while the customer stays and the person is free for others, e.g. as the colour works.
  ADD COLUMN gaps jsonb NOT NULL DEFAULT '[]',
  -- Of a class: how many people, and when it begins, [{ day: 1..7, time: 'HH:MM' }].
  ADD COLUMN seats integer CHECK (seats BETWEEN 1 AND 500),
  ADD COLUMN timetable jsonb NOT NULL DEFAULT '[]',
  -- Of a room: wall clock times of the shop; the price is of one night.
  ADD COLUMN check_in text CHECK (check_in ~ '^\d{2}:\d{2}$'),
  ADD COLUMN check_out text CHECK (check_out ~ '^\d{2}:\d{2}$'),
  ADD COLUMN max_nights integer NOT NULL DEFAULT 14 CHECK (max_nights BETWEEN 1 AND 40),
  ADD CHECK ((kind = 'class') = (seats IS NOT NULL)),
  ADD CHECK ((kind = 'room') = (check_in IS NOT NULL AND check_out IS NOT NULL));

ALTER TABLE resource DROP CONSTRAINT resource_kind_check;
ALTER TABLE resource
  ADD CONSTRAINT resource_kind_check CHECK (kind IN ('table', 'staff', 'room')),
  -- Stands beside the next table in the list and can be pushed together with it.
  ADD COLUMN joins_next boolean NOT NULL DEFAULT false;

-- What one booking takes of a resource may have a gap in it, in which another one fits.
ALTER TABLE booking_resource DROP CONSTRAINT one_booking_at_a_time;
ALTER TABLE booking_resource ALTER COLUMN during TYPE tstzmultirange USING tstzmultirange(during);
ALTER TABLE booking_resource ADD CONSTRAINT one_booking_at_a_time
  EXCLUDE USING gist (resource_id WITH =, during WITH &&) WHERE (active);

ALTER TABLE booking
  -- 0 for what begins and ends on one visit.
  ADD COLUMN nights integer NOT NULL DEFAULT 0 CHECK (nights BETWEEN 0 AND 40),
  -- As it was promised when it was booked.
  ADD COLUMN price_minor bigint NOT NULL DEFAULT 0 CHECK (price_minor >= 0);

-- Seats of one class at one time. Written first by whoever books first.
CREATE TABLE class_session (
  tenant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  service_id uuid NOT NULL,
  starts_at timestamptz NOT NULL,
  seats integer NOT NULL,
  taken integer NOT NULL,
  PRIMARY KEY (tenant_id, program_id, service_id, starts_at),
  CONSTRAINT no_more_than_seats CHECK (taken BETWEEN 0 AND seats),
  FOREIGN KEY (tenant_id, program_id, service_id) REFERENCES service (tenant_id, program_id, id) ON DELETE CASCADE
);
ALTER TABLE class_session ENABLE ROW LEVEL SECURITY;
ALTER TABLE class_session FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON class_session USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON class_session TO shopwright_app;
