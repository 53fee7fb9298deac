import { ShopChangeList } from '#editor/changes/shop/shop-change-list.tsx'
import { useSession } from '../session/use-session.tsx'

/** Who changed what of the shop, which is in no version: prices, hours, coupons, the team. */
export function ShopSide() {
  const { facts, ownUserId } = useSession()
  return (
    <div className="st-versions">
      <ShopChangeList programId={facts.id} role={facts.role} ownUserId={ownUserId} />
    </div>
  )
}
