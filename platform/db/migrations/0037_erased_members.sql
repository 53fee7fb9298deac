-- Who asked to be forgotten: what is personal is gone, what is money stays, of nobody. Runs on PostgreSQL 15 to 18.

ALTER TABLE member ADD COLUMN erased_at timestamptz;

-- What a customer wrote to a dish is theirs; everything else of a line is for good.
GRANT UPDATE (note) ON order_line TO shopwright_app;
