-- Bookings that the shop says yes or no to, deposits, and the rule for giving them back. Runs on PostgreSQL 15 to 18.

ALTER TABLE service
  -- The shop says yes or no to each one.
  ADD COLUMN needs_approval boolean NOT NULL DEFAULT false,
  -- For each person of a class, else for the whole booking; 0: none.
  ADD COLUMN deposit_minor bigint NOT NULL DEFAULT 0 CHECK (deposit_minor BETWEEN 0 AND 10000000),
  -- Called off so long before it begins, the whole deposit goes back; later, this part of it.
  ADD COLUMN free_cancel_minutes integer NOT NULL DEFAULT 0 CHECK (free_cancel_minutes BETWEEN 0 AND 86400),
  ADD COLUMN late_refund_percent integer NOT NULL DEFAULT 0 CHECK (late_refund_percent BETWEEN 0 AND 100);

ALTER TABLE booking DROP CONSTRAINT booking_status_check;
DO $$
DECLARE rule text;
BEGIN
  SELECT conname INTO rule FROM pg_constraint
  WHERE conrelid = 'booking'::regclass AND pg_get_constraintdef(oid) LIKE '%hold_until IS NOT NULL%';
  EXECUTE format('ALTER TABLE booking DROP CONSTRAINT %I', rule);
END $$;
ALTER TABLE booking
  ADD CONSTRAINT booking_status_check CHECK (status IN (
    'held', 'unpaid', 'requested', 'confirmed', 'checked_in', 'completed', 'no_show', 'cancelled', 'declined', 'expired')),
  -- Until when it waits: for the customer's name, for the deposit, for the shop's answer.
  ADD CONSTRAINT booking_waits_until CHECK ((status IN ('held', 'unpaid', 'requested')) = (hold_until IS NOT NULL)),
  -- As they were promised when it was booked.
  ADD COLUMN deposit_minor bigint NOT NULL DEFAULT 0 CHECK (deposit_minor >= 0),
  ADD COLUMN free_cancel_minutes integer NOT NULL DEFAULT 0,
  ADD COLUMN late_refund_percent integer NOT NULL DEFAULT 0,
  ADD COLUMN needs_approval boolean NOT NULL DEFAULT false;

ALTER TABLE payment ADD COLUMN booking_id uuid;
DO $$
DECLARE rule text;
BEGIN
  SELECT conname INTO rule FROM pg_constraint
  WHERE conrelid = 'payment'::regclass AND contype = 'c' AND pg_get_constraintdef(oid) LIKE '%order_id IS NULL%node_id IS NULL%';
  EXECUTE format('ALTER TABLE payment DROP CONSTRAINT %I', rule);
END $$;
ALTER TABLE payment
  ADD CONSTRAINT payment_for_one_thing CHECK (num_nonnulls(order_id, node_id, booking_id) = 1),
  ADD FOREIGN KEY (tenant_id, program_id, booking_id) REFERENCES booking (tenant_id, program_id, id);
CREATE UNIQUE INDEX payment_one_open_per_booking ON payment (tenant_id, program_id, booking_id)
  WHERE status IN ('created', 'pending', 'unknown') AND booking_id IS NOT NULL;
CREATE INDEX payment_by_booking ON payment (tenant_id, program_id, booking_id) WHERE booking_id IS NOT NULL;
