import { Pencil, Plus, Zap } from 'lucide-react'
import { useState } from 'react'
import { Badge, Button, EmptyState, IconButton, Switch } from '#editor/ui/index.ts'
import { useLanguage, useLocale, useWords } from '#editor/words/use-words.ts'
import { dayIn, dayText, timeText } from '#components/kit/shop-time.ts'
import { may } from '#platform/contract/rights.ts'
import type { MerchantFlashSale } from '#platform/contract/flash-sales.ts'
import { Answer, AreaHead } from '../area.tsx'
import { useFlashSales } from '../queries.ts'
import { saleState } from '../rules/flash-sale-draft.ts'
import { useMoney, useShop } from '../shop-context.ts'
import { useNow } from '../use-now.ts'
import { SaleForm } from './sale-form.tsx'
import { useSaleChanges } from './use-sale-changes.ts'
import '../coupons/coupons.css'
import './flash-sales.css'

/** One dish for less, for a time and a quantity: what runs, what comes, what became of it. */
export function FlashSalesArea() {
  const { flashSales: words, console } = useWords()
  const { program } = useShop()
  const sales = useFlashSales(program.id)
  const [open, setOpen] = useState<MerchantFlashSale | 'new' | null>(null)
  const canWork = may(program.role, 'edit')
  const create = canWork ? (
    <Button variant="primary" icon={<Plus size={16} aria-hidden />} onPress={() => setOpen('new')}>
      {words.create}
    </Button>
  ) : null
  const hasSome = sales.status === 'ready' && sales.value.length > 0
  return (
    <>
      <AreaHead title={console.areas['flash-sales']} note={hasSome ? words.count(sales.value.length) : null}>
        {hasSome ? create : null}
      </AreaHead>
      <Answer query={sales}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState icon={<Zap size={28} />} title={words.emptyTitle} text={words.emptyText} action={create} />
          ) : (
            <ul className="coupons">
              {all.map((sale) => (
                <SaleCard key={sale.id} sale={sale} canWork={canWork} onEdit={() => setOpen(sale)} />
              ))}
            </ul>
          )
        }
      </Answer>
      {open === null ? null : (
        <SaleForm
          key={open === 'new' ? 'new' : open.id}
          sale={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}

const tones = { on: 'good', paused: 'warn', soon: 'accent', gone: 'plain', over: 'plain', dear: 'warn' } as const

interface SaleCardProps {
  readonly sale: MerchantFlashSale
  readonly canWork: boolean
  readonly onEdit: () => void
}

function SaleCard({ sale, canWork, onEdit }: SaleCardProps) {
  const { flashSales: words } = useWords()
  const locale = useLocale()
  const language = useLanguage()
  const money = useMoney()
  const nowMs = useNow()
  const { program, settings } = useShop()
  const { pause } = useSaleChanges(() => undefined)
  const state = saleState(sale, nowMs)
  const name = [sale.dishName[program.language], sale.variantName[program.language]].filter(Boolean).join(' · ')
  const count = (figure: number) => figure.toLocaleString(locale)
  const when = (iso: string) =>
    `${dayText(dayIn(settings.timeZone, Date.parse(iso)), language)} ${timeText(iso, settings.timeZone)}`
  return (
    <li>
      <article className={`panel coupon${state === 'over' ? ' coupon--over' : ''}`} aria-label={name}>
        <div className="coupon__head">
          <h2 className="coupon__title">{name}</h2>
          <Badge tone={tones[state]}>{words.state[state]}</Badge>
          <span className="coupon__tools">
            {canWork && state !== 'over' ? (
              <Switch
                label={words.pause(name)}
                isLabelHidden
                isSelected={!sale.paused}
                onChange={(on) => pause({ sale, paused: !on })}
              />
            ) : null}
            {canWork && state !== 'over' ? (
              <IconButton label={words.edit(name)} icon={<Pencil size={18} />} onPress={onEdit} />
            ) : null}
          </span>
        </div>
        <p className="flash-sale__price">
          <strong>{money(sale.priceMinor)}</strong> <span>{words.usually(money(sale.regularMinor))}</span>
        </p>
        <p className="coupon__does">
          {words.time(when(sale.startsAtIso), when(sale.endsAtIso))}
          {state === 'dear' ? <span className="flash-sale__dear">{words.dearHelp}</span> : null}
        </p>
        <meter className="flash-sale__sold" aria-label={words.sold} min={0} max={sale.quantity} value={sale.sold} />
        <dl className="coupon__figures">
          <div>
            <dt>{words.sold}</dt>
            <dd>{words.soldOf(count(sale.sold), count(sale.quantity))}</dd>
          </div>
          <div>
            <dt>{words.perPerson}</dt>
            <dd>{count(sale.perPerson)}</dd>
          </div>
          <div>
            <dt>{words.takings}</dt>
            <dd>{money(sale.sold * sale.priceMinor)}</dd>
          </div>
        </dl>
      </article>
    </li>
  )
}
