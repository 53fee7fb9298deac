-- Tax in prices or on top of them, at a rate per category. Runs on PostgreSQL 15 to 18.

ALTER TABLE shop
  ADD COLUMN tax_mode text NOT NULL DEFAULT 'none' CHECK (tax_mode IN ('none', 'included', 'excluded')),
  -- The usual rate, in thousandths of a percent: 13 % is 13000.
  ADD COLUMN tax_pcm integer NOT NULL DEFAULT 0 CHECK (tax_pcm BETWEEN 0 AND 100000);

-- Null: the shop's usual rate.
ALTER TABLE category ADD COLUMN tax_pcm integer CHECK (tax_pcm BETWEEN 0 AND 100000);

DO $$
DECLARE rule record;
BEGIN
  FOR rule IN
    SELECT conrelid::regclass AS owner, conname FROM pg_constraint
    WHERE contype = 'c' AND conrelid IN ('quote'::regclass, 'shop_order'::regclass)
      AND pg_get_constraintdef(oid) LIKE '%total_minor = (subtotal_minor - discount_minor)%'
  LOOP
    EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', rule.owner, rule.conname);
  END LOOP;
END $$;

ALTER TABLE quote
  -- All that comes on top of the dishes.
  ADD COLUMN added_minor bigint NOT NULL DEFAULT 0 CHECK (added_minor >= 0),
  ADD CONSTRAINT quote_total CHECK (total_minor = subtotal_minor - discount_minor + added_minor AND total_minor >= 0);

ALTER TABLE shop_order
  -- As it was when it was ordered, whatever the shop's rates become.
  ADD COLUMN tax_mode text NOT NULL DEFAULT 'none' CHECK (tax_mode IN ('none', 'included', 'excluded')),
  -- [{ ratePcm, netMinor, taxMinor }], one per rate.
  ADD COLUMN taxes jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN tax_minor bigint NOT NULL DEFAULT 0 CHECK (tax_minor >= 0),
  -- The part of it that comes on top; prices that include it hold the rest.
  ADD COLUMN tax_added_minor bigint NOT NULL DEFAULT 0 CHECK (tax_added_minor >= 0),
  ADD CHECK (tax_added_minor = CASE tax_mode WHEN 'excluded' THEN tax_minor ELSE 0 END),
  ADD CHECK (tax_mode <> 'none' OR (tax_minor = 0 AND taxes = '[]')),
  ADD CONSTRAINT shop_order_total CHECK (
    total_minor = subtotal_minor - discount_minor + tax_added_minor AND total_minor >= 0
  );
