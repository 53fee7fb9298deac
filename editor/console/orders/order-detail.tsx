import { Clock, Phone, Printer, RotateCcw } from 'lucide-react'
import { Badge, Button, Dialog } from '#editor/ui/index.ts'
import { useLanguage, useWords } from '#editor/words/use-words.ts'
import { whenText } from '#components/kit/shop-time.ts'
import { rateText } from '#model/shop/rate-text.ts'
import type { MerchantOrder, OrderAction } from '#platform/contract/merchant.ts'
import { movesOf } from '../rules/order-rules.ts'
import { phoneText } from '../rules/phone.ts'
import { leftToRefund } from '../rules/refund.ts'
import { useCanWork, useMoney, useShop } from '../shop-context.ts'
import { OrderPlace, PayBadge, StatusBadge } from './order-facts.tsx'
import './order-detail.css'
import './refund-dialog.css'

export interface OrderDetailProps {
  readonly order: MerchantOrder
  readonly isMoving: boolean
  readonly onMove: (action: OrderAction) => void
  readonly onClose: () => void
  readonly onCallOff: () => void
  readonly onRefund: () => void
}

/** All there is to know of one order. */
export function OrderDetail({ order, isMoving, onMove, onClose, onCallOff, onRefund }: OrderDetailProps) {
  const words = useWords()
  const canWork = useCanWork()
  const number = order.number ?? 0
  const { forward, back } = movesOf(order)
  return (
    <Dialog
      title={words.console.order(number)}
      isOpen
      onClose={onClose}
      placement="side"
      widthPx={440}
      foot={
        forward && canWork ? (
          <>
            {back ? (
              <Button variant="danger" onPress={onCallOff}>
                {words.console.go[back]}
              </Button>
            ) : null}
            <Button variant="primary" isDisabled={isMoving} onPress={() => onMove(forward)}>
              {words.console.go[forward]}
            </Button>
          </>
        ) : null
      }
    >
      <div className="order-detail">
        <p className="order-detail__facts">
          <StatusBadge status={order.status} />
          <PayBadge order={order} />
          <OrderPlace order={order} />
        </p>
        {order.reason ? <p className="order-card__reason">{order.reason}</p> : null}
        <PromisedTime order={order} />
        <Door order={order} />
        <Bill order={order} />
        <ReceiptLink order={order} />
        <Refunds order={order} />
        {canWork && leftToRefund(order) > 0 ? (
          <div>
            <Button onPress={onRefund}>
              <RotateCcw size={16} aria-hidden />
              {words.console.refund}
            </Button>
          </div>
        ) : null}
        <Contact order={order} />
        <Timeline order={order} />
      </div>
    </Dialog>
  )
}

function PromisedTime({ order }: { readonly order: MerchantOrder }) {
  const words = useWords()
  const language = useLanguage()
  const { timeZone } = useShop().settings
  if (!order.promise) return null
  const when = whenText(order.promise.atIso, timeZone, language, Date.now())
  return (
    <p className="order-detail__promise">
      <Clock size={16} aria-hidden />
      <span>{words.console.promisedAt}</span>
      <b>{order.promise.isAsap ? words.console.promisedAsap(when) : when}</b>
    </p>
  )
}

function Bill({ order }: { readonly order: MerchantOrder }) {
  const words = useWords()
  const money = useMoney()
  const couponMinor = order.coupon?.takesOffMinor ?? 0
  return (
    <table className="bill">
      <tbody>
        {order.lines.map((line, at) => (
          <tr key={`${line.dishId}-${at}`}>
            <td className="bill__count">{line.quantity}×</td>
            <td>
              <b>
                {line.name} {line.variantName}
              </b>
              {line.modifiers.map(({ name, quantity, priceMinor }) => (
                <small key={name}>
                  {name}
                  {quantity > 1 ? ` ×${quantity}` : ''}
                  {priceMinor > 0 ? ` +${money(priceMinor)}` : ''}
                </small>
              ))}
              {line.note ? <small className="bill__note">“{line.note}”</small> : null}
            </td>
            <td className="bill__amount">{money(line.totalMinor)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        {order.discountMinor > 0 || order.delivery || order.tax?.mode === 'excluded' ? (
          <>
            <tr>
              <td colSpan={2}>{words.console.subtotal}</td>
              <td className="bill__amount">{money(order.subtotalMinor)}</td>
            </tr>
            {order.discountMinor > couponMinor ? (
              <tr>
                <td colSpan={2}>{words.console.discount}</td>
                <td className="bill__amount">−{money(order.discountMinor - couponMinor)}</td>
              </tr>
            ) : null}
            {order.coupon ? (
              <tr>
                <td colSpan={2}>{order.coupon.title}</td>
                <td className="bill__amount">−{money(couponMinor)}</td>
              </tr>
            ) : null}
          </>
        ) : null}
        {order.delivery ? (
          <tr>
            <td colSpan={2}>{words.ordering.deliveryFee}</td>
            <td className="bill__amount">{money(order.delivery.feeMinor)}</td>
          </tr>
        ) : null}
        {order.tax?.mode === 'excluded' ? <TaxRows order={order} say={words.ordering.taxAdded} /> : null}
        <tr className="bill__total">
          <td colSpan={2}>{words.console.total}</td>
          <td className="bill__amount">{money(order.totalMinor)}</td>
        </tr>
        {order.tip ? (
          <tr>
            <td colSpan={2}>{words.console.tip}</td>
            <td className="bill__amount">{money(order.tip.amountMinor)}</td>
          </tr>
        ) : null}
        {order.tax?.mode === 'included' ? <TaxRows order={order} say={words.ordering.taxIncluded} /> : null}
      </tfoot>
    </table>
  )
}

/** Opens on the program's origin, where it is printed from. */
function ReceiptLink({ order }: { readonly order: MerchantOrder }) {
  const words = useWords()
  const { liveUrl } = useShop().program
  if (!order.receipt || liveUrl === null) return null
  return (
    <p>
      <a className="phone-link" href={new URL(order.receipt.url, liveUrl).href} target="_blank" rel="noopener">
        <Printer size={16} aria-hidden />
        {words.ordering.printReceipt(order.receipt.number)}
      </a>
    </p>
  )
}

/** Where it is carried to. */
function Door({ order: { deliverTo } }: { readonly order: MerchantOrder }) {
  const { ordering } = useWords()
  if (!deliverTo) return null
  return (
    <section>
      <h3 className="section-title">{ordering.deliverTo}</h3>
      <p>
        <b>{deliverTo.address}</b>, {deliverTo.area}
      </p>
      <p>
        {deliverTo.name ? `${deliverTo.name} · ` : ''}
        <a className="phone-link" href={`tel:${deliverTo.phone}`}>
          <Phone size={16} aria-hidden />
          {phoneText(deliverTo.phone)}
        </a>
      </p>
    </section>
  )
}

function TaxRows({ order, say }: { readonly order: MerchantOrder; readonly say: (rate: string) => string }) {
  const money = useMoney()
  return order.tax?.rates.map(({ ratePcm, taxMinor }) => (
    <tr key={ratePcm}>
      <td colSpan={2}>{say(rateText(ratePcm))}</td>
      <td className="bill__amount">{money(taxMinor)}</td>
    </tr>
  ))
}

function Refunds({ order }: { readonly order: MerchantOrder }) {
  const words = useWords()
  const money = useMoney()
  if (!order.refunds) return null
  return (
    <section>
      <h3 className="section-title">{words.console.refunds}</h3>
      <ul className="order-refunds">
        {order.refunds.map(({ amountMinor, atIso, state, isCash, reason }) => (
          <li key={atIso}>
            <b>{money(amountMinor)}</b>
            <span className="order-refunds__reason">{reason}</span>
            <Badge tone={state === 'done' ? 'good' : state === 'failed' ? 'bad' : 'warn'}>
              {isCash ? words.console.refundCash : words.console.refundStates[state]}
            </Badge>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Contact({ order }: { readonly order: MerchantOrder }) {
  const words = useWords()
  if (!order.memberName && !order.contactPhone) return null
  return (
    <section>
      <h3 className="section-title">{words.console.customer}</h3>
      {order.memberName ? <p>{words.console.memberCalled(order.memberName)}</p> : null}
      {order.contactPhone ? (
        <p>
          <a className="phone-link" href={`tel:${order.contactPhone.replace(/\s/g, '')}`}>
            <Phone size={16} aria-hidden />
            {phoneText(order.contactPhone)}
          </a>
        </p>
      ) : null}
    </section>
  )
}

function Timeline({ order }: { readonly order: MerchantOrder }) {
  const words = useWords()
  const language = useLanguage()
  const { timeZone } = useShop().settings
  return (
    <section>
      <h3 className="section-title">{words.console.timeline}</h3>
      <ol className="order-steps">
        {order.timeline
          .filter(({ status }) => status !== 'draft')
          .map(({ status, atIso }) => (
            <li key={`${status} ${atIso}`}>
              <time dateTime={atIso}>{whenText(atIso, timeZone, language, Date.now())}</time>
              {words.console.statusDone[status]}
            </li>
          ))}
      </ol>
    </section>
  )
}
