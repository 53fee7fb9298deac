import { UserPen } from 'lucide-react'
import { Dialog, EmptyState } from '#editor/ui/index.ts'
import { useSession } from '#editor/home/session.ts'
import { useWords } from '#editor/words/use-words.ts'
import { Changes } from './shop-change-list.tsx'
import { useShopChanges } from './use-shop-changes.ts'
import './shop-changes.css'

export interface DishHistoryProps {
  readonly programId: string
  readonly dish: { readonly id: string; readonly name: string }
  readonly onClose: () => void
}

/** Who changed one dish: its prices, its names, when it was sold out. */
export function DishHistory({ programId, dish, onClose }: DishHistoryProps) {
  const { shopChanges: words } = useWords()
  return (
    <Dialog title={words.ofDish(dish.name)} isOpen onClose={onClose} placement="side">
      <OfDish programId={programId} dishId={dish.id} />
    </Dialog>
  )
}

function OfDish({ programId, dishId }: { readonly programId: string; readonly dishId: string }) {
  const { shopChanges: words } = useWords()
  const session = useSession()
  const state = useShopChanges(programId, { subject: { kind: 'dish', id: dishId } })
  return (
    <div className="sc-of-dish">
      <Changes
        state={state}
        programId={programId}
        isOfOneThing
        ownUserId={session.status === 'ready' ? session.value.user.id : ''}
        empty={<EmptyState icon={<UserPen size={28} />} title={words.noneTitle} text={words.ofDishNone} />}
      />
    </div>
  )
}
