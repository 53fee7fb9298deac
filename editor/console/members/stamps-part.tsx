import { Minus, Stamp } from 'lucide-react'
import { api } from '#editor/api/index.ts'
import { Button, IconButton } from '#editor/ui/index.ts'
import { useWords } from '#editor/words/use-words.ts'
import type { Member } from '#platform/contract/members.ts'
import { useShop } from '../shop-context.ts'
import { useMemberAct } from './use-member-act.ts'

/** The member's stamp card: one tap stamps it. */
export function StampsPart({ member }: { readonly member: Member }) {
  const { loyalty: words } = useWords()
  const { program, settings } = useShop()
  const stamp = useMemberAct(
    member.id,
    (delta: number, requestId) => api.stampCard(program.id, member.id, { requestId, delta }),
    (said, page) => said.loyalty.stampsNow(page.member.stamps ?? 0),
  )
  const { stampCard } = settings
  if (stampCard === null) return null
  const count = member.stamps ?? 0
  return (
    <section className="stamps-part" aria-label={words.stampCard}>
      <p className="stamps-part__count">
        <b className="ui-tabular">{words.stampsOf(count, stampCard.needed)}</b>
        <span>{words.stampCard}</span>
      </p>
      <IconButton
        label={words.takeStamp}
        icon={<Minus size={18} aria-hidden />}
        isDisabled={count < 1 || stamp.busy}
        onPress={() => void stamp.run(-1)}
      />
      <Button
        variant="primary"
        icon={<Stamp size={16} aria-hidden />}
        isDisabled={stamp.busy}
        onPress={() => void stamp.run(1)}
      >
        {words.giveStamp}
      </Button>
    </section>
  )
}
