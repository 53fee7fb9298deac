import { ChevronDown, Eye, EyeOff, ImageOff, Package, UserPen } from 'lucide-react'
import { useState } from 'react'
import { DishHistory } from '#editor/changes/shop/dish-history.tsx'
import { Badge, Button, IconButton, Menu } from '#editor/ui/index.ts'
import { useLanguage, useWords } from '#editor/words/use-words.ts'
import { dayIn, whenText } from '#components/kit/shop-time.ts'
import type { MerchantDish } from '#platform/contract/merchant.ts'
import { tomorrowsOpening } from '../rules/wall-clock.ts'
import { useStock, useToday } from '../queries.ts'
import { stockOf } from '../rules/stock.ts'
import { useCanWork, useShop } from '../shop-context.ts'
import { StockDialog } from '../stock/stock-dialog.tsx'
import { EditDishButton } from './dish/dish-buttons.tsx'
import { ChannelPricesButton } from './channel-prices.tsx'
import { PriceField } from './price-field.tsx'
import { useDishChanges } from './use-dish-changes.ts'

export function DishRow({ dish }: { readonly dish: MerchantDish }) {
  const words = useWords()
  const language = useLanguage()
  const canWork = useCanWork()
  const changes = useDishChanges()
  const name = dish.name[language]
  const isHidden = dish.status === 'hidden'
  return (
    <article
      className={`dish-row${dish.soldOut ? ' dish-row--out' : ''}${isHidden ? ' dish-row--hidden' : ''}`}
      aria-label={name}
    >
      {dish.picture ? (
        <img className="dish-row__picture" src={`${dish.picture.url}?w=160`} alt="" loading="lazy" />
      ) : (
        <span className="dish-row__picture dish-row__picture--none" aria-hidden>
          <ImageOff size={18} />
        </span>
      )}
      <div className="dish-row__words">
        <h3 className="dish-row__name">{name}</h3>
        <p className="dish-row__state">
          {isHidden ? <Badge icon={<EyeOff size={14} aria-hidden />}>{words.console.hidden}</Badge> : null}
          {dish.soldOut ? <SoldOutBadge untilIso={dish.soldOut.untilIso} /> : null}
          <StockBadge dish={dish} />
        </p>
      </div>
      <div className="dish-row__controls">
        <div className="dish-row__prices">
          {dish.variants.map((variant) => (
            <PriceField
              key={variant.id}
              name={variant.name[language]}
              label={words.console.priceOf(variant.name[language] ? `${name} ${variant.name[language]}` : name)}
              priceMinor={variant.priceMinor}
              isDisabled={!canWork}
              onChange={(priceMinor) => void changes.setPrice({ dish, variantId: variant.id, priceMinor })}
            />
          ))}
        </div>
        {canWork ? (
          <div className="dish-row__tools">
            <SoldOutButton dish={dish} name={name} />
            <IconButton
              label={isHidden ? words.console.showDish(name) : words.console.hideDish(name)}
              icon={isHidden ? <EyeOff size={18} aria-hidden /> : <Eye size={18} aria-hidden />}
              onPress={() => void changes.setStatus({ dish, to: isHidden ? 'on' : 'hidden' })}
            />
            <EditDishButton dish={dish} name={name} />
            <ChannelPricesButton dish={dish} name={name} />
            <StockButton dish={dish} name={name} />
            <WhoChanged dish={dish} name={name} />
          </div>
        ) : (
          <WhoChanged dish={dish} name={name} />
        )}
      </div>
    </article>
  )
}

/** Nothing where nobody counts. */
function StockBadge({ dish }: { readonly dish: MerchantDish }) {
  const { stock: words } = useWords()
  const levels = useStock(useShop().program.id)
  const stock = levels.status === 'ready' ? stockOf(dish, levels.value) : undefined
  if (!stock) return null
  if (stock.available <= 0) return <Badge tone="bad">{words.none}</Badge>
  return <Badge tone={stock.isLow ? 'warn' : 'plain'}>{words.inStock(stock.available)}</Badge>
}

function StockButton({ dish, name }: { readonly dish: MerchantDish; readonly name: string }) {
  const { stock: words } = useWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <IconButton label={words.of(name)} icon={<Package size={18} aria-hidden />} onPress={() => setOpen(true)} />
      {isOpen ? <StockDialog dish={dish} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

function WhoChanged({ dish, name }: { readonly dish: MerchantDish; readonly name: string }) {
  const { shopChanges } = useWords()
  const { program } = useShop()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <IconButton
        label={shopChanges.ofDish(name)}
        icon={<UserPen size={18} aria-hidden />}
        onPress={() => setOpen(true)}
      />
      {isOpen ? (
        <DishHistory programId={program.id} dish={{ id: dish.id, name }} onClose={() => setOpen(false)} />
      ) : null}
    </>
  )
}

function SoldOutBadge({ untilIso }: { readonly untilIso: string | null }) {
  const words = useWords()
  const language = useLanguage()
  const { timeZone } = useShop().settings
  return (
    <Badge tone="bad">
      {untilIso === null
        ? words.console.soldOutForNow
        : words.console.soldOutUntil(whenText(untilIso, timeZone, language, Date.now()))}
    </Badge>
  )
}

/** One tap: sold out until the shop opens tomorrow. The small arrow, and the toast, know the other way. */
function SoldOutButton({ dish, name }: { readonly dish: MerchantDish; readonly name: string }) {
  const words = useWords()
  const { program, settings } = useShop()
  const today = useToday(program.id)
  const changes = useDishChanges()

  const backOn = () => void changes.setSoldOut({ dish, to: null, said: words.console.backOnDone(name) })
  if (dish.soldOut)
    return (
      <Button aria-label={words.console.backOnNamed(name)} onPress={backOn}>
        {words.console.backOn}
      </Button>
    )

  const untilISay = () =>
    void changes.setSoldOut({ dish, to: { untilIso: null }, said: words.console.soldOutForNowDone(name) })
  const untilTomorrow = () => {
    const day = today.status === 'ready' ? today.value.businessDate : dayIn(settings.timeZone, Date.now())
    const untilIso = tomorrowsOpening(settings.hours, day, settings.timeZone)
    void changes.setSoldOut({ dish, to: { untilIso }, said: words.console.soldOutDone(name) })
  }
  return (
    <span className="sold-out-button">
      <Button aria-label={words.console.soldOutNamed(name)} onPress={untilTomorrow}>
        {words.console.soldOut}
      </Button>
      <Menu
        label={words.console.soldOutHowLong(name)}
        placement="bottom end"
        entries={[
          { id: 'tomorrow', label: words.console.untilTomorrow, onAction: untilTomorrow },
          { id: 'say', label: words.console.untilISay, onAction: untilISay },
        ]}
      >
        <IconButton label={words.console.soldOutHowLong(name)} icon={<ChevronDown size={16} aria-hidden />} />
      </Menu>
    </span>
  )
}
