import { Dialog } from '#editor/ui/index.ts'
import { useLanguage, useWords } from '#editor/words/use-words.ts'
import type { MerchantDish } from '#platform/contract/merchant.ts'
import { Answer } from '../area.tsx'
import { useStock } from '../queries.ts'
import { useShop } from '../shop-context.ts'
import { VariantStock } from './variant-stock.tsx'
import './stock.css'

export interface StockDialogProps {
  readonly dish: MerchantDish
  readonly onClose: () => void
}

/** How many there are of a dish, by size; counted, added, taken away, and what moved it. */
export function StockDialog({ dish, onClose }: StockDialogProps) {
  const { stock: words } = useWords()
  const language = useLanguage()
  const { program } = useShop()
  const levels = useStock(program.id)
  const name = dish.name[language]
  return (
    <Dialog title={words.of(name)} isOpen onClose={onClose} placement="side" widthPx={440}>
      <Answer query={levels}>
        {(value) => (
          <div className="stock">
            {dish.variants.map((variant) => (
              <VariantStock
                key={variant.id}
                variantId={variant.id}
                name={[name, variant.name[language]].filter(Boolean).join(' ')}
                heading={variant.name[language]}
                level={value.find(({ variantId }) => variantId === variant.id)}
              />
            ))}
          </div>
        )}
      </Answer>
    </Dialog>
  )
}
