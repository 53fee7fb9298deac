import { Pencil, Plus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Button, IconButton } from '#editor/ui/index.ts'
import { useWords } from '#editor/words/use-words.ts'
import type { MerchantCatalogue, MerchantDish } from '#platform/contract/merchant.ts'
import { useCatalogue } from '../../queries.ts'
import { useShop } from '../../shop-context.ts'

const DishDialog = lazy(() => import('./dish-dialog.tsx').then(({ DishDialog: it }) => ({ default: it })))

export function AddDishButton({ catalogue }: { readonly catalogue: MerchantCatalogue }) {
  const { dishForm: words } = useWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button variant="primary" icon={<Plus size={16} aria-hidden />} onPress={() => setOpen(true)}>
        {words.add}
      </Button>
      {isOpen ? (
        <Suspense>
          <DishDialog catalogue={catalogue} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  )
}

export function EditDishButton({ dish, name }: { readonly dish: MerchantDish; readonly name: string }) {
  const { dishForm: words } = useWords()
  const catalogue = useCatalogue(useShop().program.id)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <IconButton label={words.edit(name)} icon={<Pencil size={18} aria-hidden />} onPress={() => setOpen(true)} />
      {isOpen && catalogue.status === 'ready' ? (
        <Suspense>
          <DishDialog catalogue={catalogue.value} dish={dish} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
