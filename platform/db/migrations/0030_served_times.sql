-- When a category is served, and what a variant costs by the way it is ordered. Runs on PostgreSQL 15 to 18.

-- Null: whenever the shop is open. Else periods of the week, as the opening hours: [{ day, opens, closes }].
ALTER TABLE category ADD COLUMN served jsonb;

-- Null: as `price_minor`.
ALTER TABLE dish_variant
  ADD COLUMN dine_in_minor bigint CHECK (dine_in_minor BETWEEN 0 AND 10000000),
  ADD COLUMN pickup_minor bigint CHECK (pickup_minor BETWEEN 0 AND 10000000),
  ADD COLUMN delivery_minor bigint CHECK (delivery_minor BETWEEN 0 AND 10000000);
