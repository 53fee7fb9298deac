import { ShopChangeList } from '#editor/changes/shop/shop-change-list.tsx'
import { useSession } from '#editor/home/session.ts'
import { useWords } from '#editor/words/use-words.ts'
import { AreaHead } from '../area.tsx'
import { useShop } from '../shop-context.ts'
import './changes.css'

/** Who changed what of the shop, day by day. */
export function ChangesArea() {
  const { shopChanges } = useWords()
  const { program } = useShop()
  const session = useSession()
  return (
    <>
      <AreaHead title={shopChanges.title} note={shopChanges.note} />
      <div className="console-changes">
        <ShopChangeList
          programId={program.id}
          role={program.role}
          ownUserId={session.status === 'ready' ? session.value.user.id : ''}
        />
      </div>
    </>
  )
}
