import { MessageSquareWarning } from 'lucide-react'
import type { MerchantOrder } from '#platform/contract/merchant.ts'

/** What to cook: how many and what in the first line, how in the second, what the customer asked for in a third. */
export function OrderLines({ lines }: { readonly lines: MerchantOrder['lines'] }) {
  return (
    <ul className="order-lines">
      {lines.map((line, at) => (
        <li key={`${line.dishId}-${at}`} className="order-lines__line">
          <span className="order-lines__count">{line.quantity}×</span>
          <span className="order-lines__words">
            <span className="order-lines__dish">
              {line.name}
              {line.variantName ? <span className="order-lines__variant"> {line.variantName}</span> : null}
            </span>
            {line.modifiers.length > 0 ? (
              <span className="order-lines__how">
                {line.modifiers.map(({ name, quantity }) => (quantity > 1 ? `${name} ×${quantity}` : name)).join(' · ')}
              </span>
            ) : null}
            {line.note ? (
              <span className="order-lines__note">
                <MessageSquareWarning size={16} aria-hidden />
                {line.note}
              </span>
            ) : null}
          </span>
        </li>
      ))}
    </ul>
  )
}
