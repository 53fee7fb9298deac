/**
 * Checks what must always be true of the shops' data. Run it as the owner of the database, who sees every tenant; it
 * reads only.
 */
import type { ClientBase } from 'pg'

export interface Finding {
  readonly check: string
  /** Rows that break it. */
  readonly count: number
  /** One of them, to start looking from. */
  readonly example: string
}

/** Each query finds the rows that break one rule, as `example`. */
const checks: { readonly [check: string]: string } = {
  'the sum of an order’s lines is its subtotal': `
    SELECT o.id AS example FROM shop_order o
    LEFT JOIN order_line l ON (l.tenant_id, l.program_id, l.order_id) = (o.tenant_id, o.program_id, o.id)
    GROUP BY o.tenant_id, o.program_id, o.id HAVING o.subtotal_minor <> coalesce(sum(l.total_minor), 0)`,
  'an order’s tax is the sum of its rates, and they are of what was paid': `
    SELECT o.id AS example FROM shop_order o
    LEFT JOIN LATERAL (
      SELECT sum((rate->>'taxMinor')::bigint) AS tax, sum((rate->>'taxMinor')::bigint + (rate->>'netMinor')::bigint) AS gross
      FROM jsonb_array_elements(o.taxes) rate
    ) r ON true
    WHERE o.tax_minor <> coalesce(r.tax, 0) OR (o.tax_mode <> 'none' AND o.total_minor <> coalesce(r.gross, 0))`,
  'an order’s status is its last event’s': `
    SELECT o.id AS example FROM shop_order o
    LEFT JOIN LATERAL (
      SELECT to_status FROM order_event e
      WHERE (e.tenant_id, e.program_id, e.order_id) = (o.tenant_id, o.program_id, o.id) ORDER BY seq DESC LIMIT 1
    ) last ON true
    WHERE o.status IS DISTINCT FROM last.to_status`,
  'an order’s events follow each other without a gap': `
    SELECT order_id AS example FROM (
      SELECT order_id, seq, from_status,
        row_number() OVER w AS expected_seq, lag(to_status) OVER w AS before
      FROM order_event WINDOW w AS (PARTITION BY tenant_id, program_id, order_id ORDER BY seq)
    ) e WHERE seq <> expected_seq OR from_status IS DISTINCT FROM before`,
  'order numbers of a business day have no gap': `
    SELECT program_id || ' ' || business_date AS example FROM shop_order WHERE number IS NOT NULL
    GROUP BY tenant_id, program_id, business_date HAVING max(number) <> count(*) OR min(number) <> 1`,
  'every line of an order that is being made is on exactly one ticket': `
    SELECT o.id AS example FROM shop_order o
    WHERE o.status IN ('accepted', 'preparing', 'ready', 'out_for_delivery') AND (
      SELECT array_agg(l.seq ORDER BY l.seq) FROM order_line l
      WHERE (l.tenant_id, l.program_id, l.order_id) = (o.tenant_id, o.program_id, o.id)
    ) IS DISTINCT FROM (
      SELECT array_agg(seq ORDER BY seq) FROM kitchen_ticket t, unnest(t.line_seqs) seq
      WHERE (t.tenant_id, t.program_id, t.order_id) = (o.tenant_id, o.program_id, o.id)
    )`,
  'an order is as far as its tickets': `
    SELECT t.id AS example FROM kitchen_ticket t
    JOIN shop_order o ON (o.tenant_id, o.program_id, o.id) = (t.tenant_id, t.program_id, t.order_id)
    WHERE CASE
      WHEN o.status = 'accepted' THEN t.status <> 'new'
      WHEN o.status IN ('ready', 'out_for_delivery', 'completed') THEN t.status <> 'done'
      WHEN o.status IN ('rejected', 'cancelled') THEN t.status <> 'cancelled'
      ELSE t.status = 'cancelled'
    END`,
  'what is delivered has a door, and what is not has no fee': `
    SELECT id AS example FROM shop_order
    WHERE (channel = 'delivery') <> (deliver_to IS NOT NULL AND zone_name IS NOT NULL)
      OR (channel <> 'delivery' AND (delivery_minor <> 0 OR status = 'out_for_delivery'))`,
  'receipts of a business day have no gap': `
    SELECT d.program_id || ' ' || d.date AS example FROM business_day d LEFT JOIN receipt r
      ON (r.tenant_id, r.program_id, r.business_date) = (d.tenant_id, d.program_id, d.date)
    GROUP BY d.tenant_id, d.program_id, d.date, d.last_receipt
    HAVING coalesce(max(r.number), 0) <> count(r.id) OR d.last_receipt <> count(r.id)`,
  'an order has a receipt exactly when its money came': `
    SELECT o.id AS example FROM shop_order o LEFT JOIN receipt r
      ON (r.tenant_id, r.program_id, r.order_id) = (o.tenant_id, o.program_id, o.id)
    WHERE (r.id IS NOT NULL) <> (o.paid_at IS NOT NULL)`,
  'a quarter of an hour counts the orders promised for it': `
    SELECT q.starts_at AS example FROM order_quarter q LEFT JOIN shop_order o
      ON (o.tenant_id, o.program_id, o.quarter_at) = (q.tenant_id, q.program_id, q.starts_at)
    GROUP BY q.tenant_id, q.program_id, q.starts_at, q.taken HAVING q.taken <> count(o.id)`,
  'an order that nobody will cook takes no room in the kitchen': `
    SELECT id AS example FROM shop_order
    WHERE quarter_at IS NOT NULL AND status IN ('rejected', 'cancelled', 'expired')`,
  'a count of stock is the sum of its moves': `
    SELECT s.variant_id AS example FROM variant_stock s LEFT JOIN stock_entry e
      ON (e.tenant_id, e.program_id, e.variant_id) = (s.tenant_id, s.program_id, s.variant_id)
    GROUP BY s.tenant_id, s.program_id, s.variant_id
    HAVING s.on_hand <> coalesce(sum(e.delta), 0) OR s.last_seq <> coalesce(max(e.seq), 0) OR s.last_seq <> count(e.seq)`,
  'every move of stock follows from the one before': `
    SELECT variant_id AS example FROM (
      SELECT variant_id, on_hand_after,
        sum(delta) OVER (PARTITION BY tenant_id, program_id, variant_id ORDER BY seq) AS expected FROM stock_entry
    ) e WHERE on_hand_after <> expected`,
  'what is reserved is what drafts hold': `
    SELECT s.variant_id AS example FROM variant_stock s LEFT JOIN order_stock o
      ON (o.tenant_id, o.program_id, o.variant_id) = (s.tenant_id, s.program_id, s.variant_id) AND o.state = 'reserved'
    GROUP BY s.tenant_id, s.program_id, s.variant_id HAVING s.reserved <> coalesce(sum(o.quantity), 0)`,
  'stock is reserved by a draft, taken by an order, and free when a draft is over': `
    SELECT k.order_id AS example FROM order_stock k
    JOIN shop_order o ON (o.tenant_id, o.program_id, o.id) = (k.tenant_id, k.program_id, k.order_id)
    WHERE k.state <> CASE WHEN o.status = 'draft' THEN 'reserved' WHEN o.number IS NULL THEN 'released' ELSE 'taken' END`,
  'what an order took and gave back is in the ledger': `
    SELECT k.order_id AS example FROM order_stock k
    LEFT JOIN stock_entry sold ON (sold.tenant_id, sold.program_id, sold.variant_id, sold.kind, sold.ref)
      = (k.tenant_id, k.program_id, k.variant_id, 'sale', 'order:' || k.order_id)
    LEFT JOIN LATERAL (
      SELECT coalesce(sum(e.delta), 0) AS came FROM stock_entry e
      WHERE (e.tenant_id, e.program_id, e.variant_id, e.kind) = (k.tenant_id, k.program_id, k.variant_id, 'return')
        AND (e.ref = 'order:' || k.order_id OR e.ref IN (
          SELECT 'refund:' || r.id FROM order_refund r
          WHERE (r.tenant_id, r.program_id, r.order_id) = (k.tenant_id, k.program_id, k.order_id)))
    ) back ON true
    WHERE coalesce(sold.delta, 0) <> CASE k.state WHEN 'taken' THEN -k.quantity ELSE 0 END OR back.came <> k.returned`,
  'a draft does not outlive its time by more than two minutes': `
    SELECT id AS example FROM shop_order WHERE status = 'draft' AND expires_at < now() - interval '2 minutes'`,
  'an order paid online has its money': `
    SELECT o.id AS example FROM shop_order o
    WHERE o.pay_status = 'paid' AND o.pay_at = 'online' AND o.total_minor > 0 AND o.status <> 'completed' AND NOT EXISTS (
      SELECT FROM payment p WHERE (p.tenant_id, p.program_id, p.order_id) = (o.tenant_id, o.program_id, o.id)
        AND p.captured_minor = o.total_minor)`,
  'money for an order that nobody will cook is on its way back': `
    SELECT p.id AS example FROM payment p JOIN shop_order o
      ON (o.tenant_id, o.program_id, o.id) = (p.tenant_id, p.program_id, p.order_id)
    WHERE o.status IN ('rejected', 'cancelled', 'expired') AND p.captured_minor > p.refund_held_minor + p.refunded_minor
      AND NOT EXISTS (SELECT FROM refund r WHERE (r.tenant_id, r.program_id, r.payment_id) = (p.tenant_id, p.program_id, p.id)
        AND r.status = 'failed')`,
  'refunds add up': `
    SELECT p.id AS example FROM payment p LEFT JOIN refund r
      ON (r.tenant_id, r.program_id, r.payment_id) = (p.tenant_id, p.program_id, p.id)
    GROUP BY p.tenant_id, p.program_id, p.id
    HAVING p.refunded_minor <> coalesce(sum(r.amount_minor) FILTER (WHERE r.status = 'succeeded'), 0)
      OR p.refund_held_minor <> coalesce(sum(r.amount_minor) FILTER (WHERE r.status = 'requested'), 0)`,
  'what an order says went back is what was given back': `
    SELECT o.id AS example FROM shop_order o LEFT JOIN order_refund r
      ON (r.tenant_id, r.program_id, r.order_id) = (o.tenant_id, o.program_id, o.id)
    GROUP BY o.tenant_id, o.program_id, o.id
    HAVING o.refunded_minor <> coalesce(sum(r.amount_minor) FILTER (WHERE r.status = 'succeeded'), 0)
      OR o.refund_held_minor <> coalesce(sum(r.amount_minor) FILTER (WHERE r.status = 'requested'), 0)`,
  'what the shop gave back through the provider went as the provider says': `
    SELECT r.id AS example FROM order_refund r
    JOIN refund p ON (p.tenant_id, p.program_id, p.id) = (r.tenant_id, r.program_id, r.refund_id)
    WHERE r.status <> p.status OR r.amount_minor <> p.amount_minor`,
  'a payment agrees with its provider': `
    SELECT p.id AS example FROM payment p
    JOIN pay_account a ON (a.tenant_id, a.program_id, a.id) = (p.tenant_id, p.program_id, p.account_id)
    LEFT JOIN sandbox_trade t ON t.seller_id = a.external_id AND t.out_trade_no = p.out_trade_no
    WHERE p.status = 'succeeded' AND (t.status IS DISTINCT FROM 'paid' OR t.amount_minor <> p.captured_minor
      OR t.refunded_minor NOT BETWEEN p.refunded_minor AND p.refunded_minor + p.refund_held_minor)`,
  'a payment that the provider took is known here within two minutes': `
    SELECT p.id AS example FROM payment p
    JOIN pay_account a ON (a.tenant_id, a.program_id, a.id) = (p.tenant_id, p.program_id, p.account_id)
    JOIN sandbox_trade t ON t.seller_id = a.external_id AND t.out_trade_no = p.out_trade_no
    WHERE t.status = 'paid' AND t.paid_at < now() - interval '2 minutes' AND p.status <> 'succeeded'`,
  'a wallet’s balance is the sum of its entries': `
    SELECT w.id AS example FROM wallet w LEFT JOIN wallet_entry e
      ON (e.tenant_id, e.program_id, e.wallet_id) = (w.tenant_id, w.program_id, w.id)
    GROUP BY w.tenant_id, w.program_id, w.id
    HAVING w.balance <> coalesce(sum(e.delta), 0) OR w.last_seq <> coalesce(max(e.seq), 0) OR w.last_seq <> count(e.seq)`,
  'every wallet entry’s balance follows from the one before': `
    SELECT wallet_id AS example FROM (
      SELECT wallet_id, balance_after,
        sum(delta) OVER (PARTITION BY tenant_id, program_id, wallet_id ORDER BY seq) AS expected FROM wallet_entry
    ) e WHERE balance_after <> expected`,
  'what is left of a wallet’s lots is its balance': `
    SELECT w.id AS example FROM wallet w LEFT JOIN wallet_lot l
      ON (l.tenant_id, l.program_id, l.wallet_id) = (w.tenant_id, w.program_id, w.id)
    WHERE w.kind = 'points'
    GROUP BY w.tenant_id, w.program_id, w.id HAVING greatest(w.balance, 0) <> coalesce(sum(l.remaining), 0)`,
  'points that have ended are gone within two minutes': `
    SELECT id AS example FROM wallet_lot WHERE remaining > 0 AND expires_at < now() - interval '2 minutes'`,
  'points that ended are those of a lot whose time was over': `
    SELECT e.wallet_id AS example FROM wallet_entry e LEFT JOIN wallet_lot l
      ON (l.tenant_id, l.program_id, l.wallet_id, 'lot:' || l.id) = (e.tenant_id, e.program_id, e.wallet_id, e.ref)
    WHERE e.kind = 'expire' AND (l.id IS NULL OR l.remaining <> 0 OR l.expires_at > e.at OR -e.delta > l.granted)`,
  'points that were spent bought a reward of that price, and every reward was paid': `
    SELECT coalesce(c.id::text, e.wallet_id || ' ' || e.seq) AS example
    FROM (SELECT e.*, w.member_id FROM wallet_entry e JOIN wallet w
      ON (w.tenant_id, w.program_id, w.id) = (e.tenant_id, e.program_id, e.wallet_id)
      WHERE e.kind = 'redeem' AND w.kind = 'points') e
    FULL JOIN (SELECT * FROM coupon_claim WHERE paid_points IS NOT NULL) c
      ON (c.tenant_id, c.program_id, 'claim:' || c.id) = (e.tenant_id, e.program_id, e.ref)
    WHERE c.paid_points IS DISTINCT FROM -e.delta`,
  'every full stamp card became a coupon, and every such coupon was a full card': `
    SELECT coalesce(c.id::text, e.wallet_id || ' ' || e.seq) AS example
    FROM (SELECT e.* FROM wallet_entry e JOIN wallet w
      ON (w.tenant_id, w.program_id, w.id) = (e.tenant_id, e.program_id, e.wallet_id)
      WHERE e.kind = 'redeem' AND w.kind = 'stamps') e
    FULL JOIN (SELECT * FROM coupon_claim WHERE given_ref LIKE 'stamps:%') c
      ON (c.tenant_id, c.program_id, c.given_ref) = (e.tenant_id, e.program_id, e.ref)
    WHERE c.id IS NULL OR e.seq IS NULL OR e.ref <> 'stamps:' || e.wallet_id || ':' || e.seq`,
  'an order has one stamp at most, and none when it was called off': `
    SELECT e.ref AS example FROM wallet_entry e
    JOIN wallet w ON (w.tenant_id, w.program_id, w.id) = (e.tenant_id, e.program_id, e.wallet_id)
    JOIN shop_order o ON (o.tenant_id, o.program_id, 'order:' || o.id) = (e.tenant_id, e.program_id, e.ref)
    WHERE w.kind = 'stamps' GROUP BY e.tenant_id, e.program_id, e.ref, o.status
    HAVING sum(e.delta) NOT IN (0, 1) OR (o.status IN ('rejected', 'cancelled', 'expired') AND sum(e.delta) <> 0)`,
  'every check-in has its points, and every point of one its day': `
    SELECT coalesce(c.member_id, e.member_id) AS example
    FROM (SELECT e.*, w.member_id FROM wallet_entry e JOIN wallet w
      ON (w.tenant_id, w.program_id, w.id) = (e.tenant_id, e.program_id, e.wallet_id)
      WHERE e.kind = 'bonus' AND e.ref LIKE 'check-in:%') e
    FULL JOIN check_in c
      ON (c.tenant_id, c.program_id, c.member_id, 'check-in:' || c.date) = (e.tenant_id, e.program_id, e.member_id, e.ref)
    WHERE c.points IS DISTINCT FROM e.delta`,
  'of who was erased nothing personal is left, and nothing to be spent': `
    SELECT m.id AS example FROM member m WHERE m.erased_at IS NOT NULL AND (m.name <> '' OR m.phone <> ''
      OR EXISTS (SELECT FROM browser t WHERE (t.tenant_id, t.program_id, t.visitor_id) = (m.tenant_id, m.program_id, m.visitor_id))
      OR EXISTS (SELECT FROM form_submission t WHERE (t.tenant_id, t.program_id, t.visitor_id) = (m.tenant_id, m.program_id, m.visitor_id))
      OR EXISTS (SELECT FROM booking t WHERE (t.tenant_id, t.program_id, t.visitor_id) = (m.tenant_id, m.program_id, m.visitor_id)
        AND t.contact_name || t.contact_phone || t.note <> '')
      OR EXISTS (SELECT FROM shop_order t WHERE (t.tenant_id, t.program_id, t.visitor_id) = (m.tenant_id, m.program_id, m.visitor_id)
        AND (t.contact_phone IS NOT NULL OR t.deliver_to ->> 'name' <> '' OR t.deliver_to ->> 'address' <> ''))
      OR EXISTS (SELECT FROM wallet t WHERE (t.tenant_id, t.program_id, t.member_id) = (m.tenant_id, m.program_id, m.id)
        AND t.balance > 0))`,
  'nothing is booked twice at a time': `
    SELECT a.booking_id AS example FROM booking_resource a JOIN booking_resource b
      ON a.resource_id = b.resource_id AND a.booking_id < b.booking_id AND a.during && b.during
    WHERE a.active AND b.active`,
  'a booking keeps its place exactly as long as it is active': `
    SELECT b.id AS example FROM booking b JOIN booking_resource r
      ON (r.tenant_id, r.program_id, r.booking_id) = (b.tenant_id, b.program_id, b.id)
    WHERE r.active <> (b.status IN ('held', 'unpaid', 'requested', 'confirmed', 'checked_in'))
      OR lower(r.during) > b.starts_at OR upper(r.during) < b.ends_at`,
  'a booking with a deposit stands only when that is paid': `
    SELECT b.id AS example FROM booking b
    WHERE b.deposit_minor > 0 AND b.status IN ('requested', 'confirmed', 'checked_in', 'completed', 'no_show') AND NOT EXISTS (
      SELECT FROM payment p WHERE (p.tenant_id, p.program_id, p.booking_id) = (b.tenant_id, b.program_id, b.id)
        AND p.captured_minor = b.deposit_minor)`,
  'what was paid for a booking that the shop did not keep is back or on its way': `
    SELECT b.id AS example FROM booking b
    JOIN payment p ON (p.tenant_id, p.program_id, p.booking_id) = (b.tenant_id, b.program_id, b.id)
    WHERE b.status IN ('declined', 'expired') AND p.captured_minor > p.refund_held_minor + p.refunded_minor
      AND NOT EXISTS (SELECT FROM refund r WHERE (r.tenant_id, r.program_id, r.payment_id) = (p.tenant_id, p.program_id, p.id)
        AND r.status = 'failed')`,
  'as many seats of a class are taken as people have booked, and no more than there are': `
    SELECT c.service_id AS example FROM class_session c LEFT JOIN booking b
      ON (b.tenant_id, b.program_id, b.service_id, b.starts_at) = (c.tenant_id, c.program_id, c.service_id, c.starts_at)
        AND b.status IN ('held', 'unpaid', 'requested', 'confirmed', 'checked_in')
    GROUP BY c.tenant_id, c.program_id, c.service_id, c.starts_at
    HAVING c.taken <> coalesce(sum(b.party_size), 0) OR c.taken > c.seats`,
  'a booking’s status is its last event’s': `
    SELECT b.id AS example FROM booking b
    LEFT JOIN LATERAL (
      SELECT to_status FROM booking_event e
      WHERE (e.tenant_id, e.program_id, e.booking_id) = (b.tenant_id, b.program_id, b.id) ORDER BY seq DESC LIMIT 1
    ) last ON true
    WHERE b.status IS DISTINCT FROM last.to_status`,
  'a coupon’s claims are as many as it counts, and no more than there are': `
    SELECT c.id AS example FROM coupon c LEFT JOIN coupon_claim l
      ON (l.tenant_id, l.program_id, l.coupon_id) = (c.tenant_id, c.program_id, c.id)
    GROUP BY c.tenant_id, c.program_id, c.id HAVING c.claimed <> count(l.id) OR c.claimed > c.total_limit`,
  'nobody has more of a coupon than a person gets': `
    SELECT coupon_id AS example FROM coupon_claim
    GROUP BY tenant_id, program_id, coupon_id, visitor_id HAVING count(*) > max(per_person)`,
  'a claim is on exactly the order that uses it': `
    SELECT l.id AS example FROM coupon_claim l
    LEFT JOIN coupon_redemption r
      ON (r.tenant_id, r.program_id, r.claim_id) = (l.tenant_id, l.program_id, l.id) AND r.released_at IS NULL
    WHERE l.order_id IS DISTINCT FROM r.order_id`,
  'a coupon is locked by a draft, used by an order, and back when that is called off': `
    SELECT r.order_id AS example FROM coupon_redemption r
    JOIN shop_order o ON (o.tenant_id, o.program_id, o.id) = (r.tenant_id, r.program_id, r.order_id)
    LEFT JOIN coupon_claim l ON (l.tenant_id, l.program_id, l.order_id) = (r.tenant_id, r.program_id, r.order_id)
    WHERE CASE
      WHEN o.status IN ('rejected', 'cancelled', 'expired') THEN r.released_at IS NULL
      WHEN r.released_at IS NOT NULL THEN true
      ELSE l.status IS DISTINCT FROM CASE o.status WHEN 'draft' THEN 'locked' ELSE 'redeemed' END
    END`,
  'what a coupon took off an order is what the order says': `
    SELECT o.id AS example FROM shop_order o LEFT JOIN coupon_redemption r
      ON (r.tenant_id, r.program_id, r.order_id) = (o.tenant_id, o.program_id, o.id)
    WHERE o.coupon_minor <> coalesce(r.amount_minor, 0) OR o.coupon_claim_id IS DISTINCT FROM r.claim_id`,
  'a tip that stands has its money, of an order that stands': `
    SELECT t.payment_id AS example FROM order_tip t
    JOIN payment p ON (p.tenant_id, p.program_id, p.id) = (t.tenant_id, t.program_id, t.payment_id)
    JOIN shop_order o ON (o.tenant_id, o.program_id, o.id) = (t.tenant_id, t.program_id, t.order_id)
    WHERE t.standing_since IS NOT NULL AND (p.captured_minor <= p.refunded_minor + p.refund_held_minor
      OR o.status IN ('draft', 'rejected', 'cancelled', 'expired'))`,
  'a tip that came and does not stand is on its way back': `
    SELECT t.payment_id AS example FROM order_tip t
    JOIN payment p ON (p.tenant_id, p.program_id, p.id) = (t.tenant_id, t.program_id, t.payment_id)
    WHERE t.standing_since IS NULL AND p.captured_minor > p.refunded_minor + p.refund_held_minor
      AND NOT EXISTS (SELECT FROM refund r WHERE (r.tenant_id, r.program_id, r.payment_id) = (p.tenant_id, p.program_id, p.id)
        AND r.status = 'failed')`,
  'a sale has sold what orders have of it, and no more than there is': `
    SELECT s.id AS example FROM flash_sale s LEFT JOIN flash_sale_take t
      ON (t.tenant_id, t.program_id, t.sale_id) = (s.tenant_id, s.program_id, s.id) AND t.released_at IS NULL
    GROUP BY s.tenant_id, s.program_id, s.id HAVING s.sold <> coalesce(sum(t.quantity), 0) OR s.sold > s.quantity`,
  'a person has of a sale what their orders have, and no more than a person gets': `
    SELECT h.sale_id AS example FROM flash_sale_share h
    LEFT JOIN (SELECT t.tenant_id, t.program_id, t.sale_id, o.visitor_id, sum(t.quantity) AS quantity FROM flash_sale_take t
      JOIN shop_order o ON (o.tenant_id, o.program_id, o.id) = (t.tenant_id, t.program_id, t.order_id)
      WHERE t.released_at IS NULL GROUP BY 1, 2, 3, 4) had
      ON (had.tenant_id, had.program_id, had.sale_id, had.visitor_id) = (h.tenant_id, h.program_id, h.sale_id, h.visitor_id)
    WHERE h.taken <> coalesce(had.quantity, 0) OR h.taken > h.most`,
  'what a called-off order had of a sale is back': `
    SELECT t.order_id AS example FROM flash_sale_take t
    JOIN shop_order o ON (o.tenant_id, o.program_id, o.id) = (t.tenant_id, t.program_id, t.order_id)
    WHERE (o.status IN ('rejected', 'cancelled', 'expired')) <> (t.released_at IS NOT NULL)`,
  'contact data was given with consent': `
    SELECT m.id AS example FROM member m WHERE m.merged_into IS NULL AND NOT EXISTS (
      SELECT FROM consent c WHERE (c.tenant_id, c.program_id, c.visitor_id) = (m.tenant_id, m.program_id, m.visitor_id)
        AND c.purpose = 'membership')
    UNION ALL
    SELECT b.id FROM booking b WHERE b.contact_phone <> '' AND NOT EXISTS (
      SELECT FROM consent c WHERE (c.tenant_id, c.program_id, c.visitor_id) = (b.tenant_id, b.program_id, b.visitor_id)
        AND c.purpose = 'booking')`,
  'a card that became part of another has nothing left': `
    SELECT m.id AS example FROM member m JOIN wallet w ON (w.tenant_id, w.program_id, w.member_id) = (m.tenant_id, m.program_id, m.id)
    WHERE m.merged_into IS NOT NULL AND (w.balance <> 0 OR w.earned_ever <> 0 OR m.name <> '' OR m.phone <> '')`,
  'no browser stands for a visitor whose things went to a customer': `
    SELECT b.id AS example FROM browser b JOIN member m
      ON (m.tenant_id, m.program_id, m.visitor_id) = (b.tenant_id, b.program_id, b.visitor_id) WHERE m.merged_into IS NOT NULL`,
  'events are numbered without a gap': `
    SELECT c.program_id AS example FROM shop_event_cursor c LEFT JOIN shop_event e
      ON (e.tenant_id, e.program_id) = (c.tenant_id, c.program_id)
    GROUP BY c.tenant_id, c.program_id, c.last_seq
    HAVING max(e.seq) IS DISTINCT FROM c.last_seq OR max(e.seq) - min(e.seq) + 1 <> count(*)`,
  'no timer waits for more than two minutes': `
    SELECT kind || ' ' || subject_id AS example FROM shop_timer
    WHERE due_at < now() - interval '2 minutes'`,
}

/** @returns what is wrong; nothing when all is well */
export async function checkShops(owner: ClientBase): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  await owner.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  try {
    // Of an owner who is bound by row-level security, every check would see nothing and find nothing.
    await owner.query('SET LOCAL row_security = off')
    for (const [check, query] of Object.entries(checks)) {
      const { rows } = await owner.query<{ example: string; count: number }>(
        `SELECT example::text, count(*) OVER ()::int AS count FROM (${query}) broken LIMIT 1`,
      )
      const [row] = rows
      if (row) findings.push({ check, count: row.count, example: row.example })
    }
  } finally {
    await owner.query('ROLLBACK')
  }
  return findings
}
