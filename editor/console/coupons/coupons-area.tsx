import { Pencil, Plus, Ticket } from 'lucide-react'
import { useState } from 'react'
import { Badge, Button, EmptyState, IconButton, Switch } from '#editor/ui/index.ts'
import { useLocale, useWords } from '#editor/words/use-words.ts'
import { may } from '#platform/contract/rights.ts'
import type { MerchantCoupon } from '#platform/contract/coupons.ts'
import { Answer, AreaHead } from '../area.tsx'
import { useCoupons } from '../queries.ts'
import { couponState, type CouponState } from '../rules/coupon-draft.ts'
import { couponSentence } from '../rules/coupon-sentence.ts'
import { useMoney, useShop } from '../shop-context.ts'
import { useNow } from '../use-now.ts'
import { CouponForm } from './coupon-form.tsx'
import { useCouponChanges } from './use-coupon-changes.ts'
import { useCouponWorld } from './use-coupon-world.ts'
import './coupons.css'

/** What the shop gives away: every coupon with what it does and what became of it. */
export function CouponsArea() {
  const words = useWords()
  const { program } = useShop()
  const coupons = useCoupons(program.id)
  const [open, setOpen] = useState<MerchantCoupon | 'new' | null>(null)
  const close = () => setOpen(null)
  const canWork = may(program.role, 'run-shop')
  const create = canWork ? (
    <Button variant="primary" icon={<Plus size={16} aria-hidden />} onPress={() => setOpen('new')}>
      {words.coupons.create}
    </Button>
  ) : null
  const hasSome = coupons.status === 'ready' && coupons.value.length > 0
  return (
    <>
      <AreaHead title={words.console.areas.coupons} note={hasSome ? words.coupons.count(coupons.value.length) : null}>
        {hasSome ? create : null}
      </AreaHead>
      <Answer query={coupons}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState
              icon={<Ticket size={28} />}
              title={words.coupons.emptyTitle}
              text={words.coupons.emptyText}
              action={create}
            />
          ) : (
            <ul className="coupons">
              {all.map((coupon) => (
                <CouponCard key={coupon.id} coupon={coupon} canWork={canWork} onEdit={() => setOpen(coupon)} />
              ))}
            </ul>
          )
        }
      </Answer>
      {open === null ? null : (
        <CouponForm key={open === 'new' ? 'new' : open.id} coupon={open === 'new' ? null : open} onClose={close} />
      )}
    </>
  )
}

const tones: { readonly [State in CouponState]: 'good' | 'warn' | 'plain' | 'accent' } = {
  live: 'good',
  paused: 'warn',
  soon: 'accent',
  gone: 'plain',
  over: 'plain',
}

interface CouponCardProps {
  readonly coupon: MerchantCoupon
  readonly canWork: boolean
  readonly onEdit: () => void
}

function CouponCard({ coupon, canWork, onEdit }: CouponCardProps) {
  const { coupons: words } = useWords()
  const locale = useLocale()
  const money = useMoney()
  const world = useCouponWorld()
  const nowMs = useNow()
  const { program } = useShop()
  const { pause } = useCouponChanges(() => undefined)
  const title = coupon.title[program.language]
  const state = couponState(coupon, nowMs)
  const count = (figure: number) => figure.toLocaleString(locale)
  const { claimed, totalLimit } = coupon
  return (
    <li>
      <article className={`panel coupon${state === 'over' ? ' coupon--over' : ''}`} aria-label={title}>
        <div className="coupon__head">
          <h2 className="coupon__title">{title}</h2>
          <Badge tone={tones[state]}>{words.state[state]}</Badge>
          <span className="coupon__tools">
            {canWork && state !== 'over' ? (
              <Switch
                label={words.pause(title)}
                isLabelHidden
                isSelected={!coupon.paused}
                onChange={(on) => pause({ coupon, paused: !on })}
              />
            ) : null}
            {canWork ? <IconButton label={words.edit(title)} icon={<Pencil size={18} />} onPress={onEdit} /> : null}
          </span>
        </div>
        <p className="coupon__does">{couponSentence(coupon, world)}</p>
        <dl className="coupon__figures">
          <div>
            <dt>{words.claimed}</dt>
            <dd>{totalLimit === null ? count(claimed) : words.claimedOf(count(claimed), count(totalLimit))}</dd>
          </div>
          <div>
            <dt>{words.used}</dt>
            <dd>{count(coupon.used)}</dd>
          </div>
          <div>
            <dt>{words.discount}</dt>
            <dd>{money(coupon.discountMinor)}</dd>
          </div>
        </dl>
      </article>
    </li>
  )
}
