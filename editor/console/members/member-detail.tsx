import { Phone } from 'lucide-react'
import { useState } from 'react'
import { Badge, Button, Dialog } from '#editor/ui/index.ts'
import { useLanguage, useLocale, useWords } from '#editor/words/use-words.ts'
import { dayIn, dayText } from '#components/kit/shop-time.ts'
import type { Member, MemberPage } from '#platform/contract/members.ts'
import { Answer } from '../area.tsx'
import { useMemberPage } from '../queries.ts'
import { phoneText } from '../rules/phone.ts'
import { useCanWork, useShop } from '../shop-context.ts'
import { ChangePoints } from './change-points.tsx'
import { StampsPart } from './stamps-part.tsx'
import { MemberData } from './member-data.tsx'
import { MemberHistory } from './member-history.tsx'

/** A member's page: who it is, what is theirs, all that they did here. */
export function MemberDetail({ member, onClose }: { readonly member: Member; readonly onClose: () => void }) {
  const canWork = useCanWork()
  return (
    <Dialog title={member.name} isOpen onClose={onClose} placement="side" widthPx={480}>
      <div className="member-detail">
        {canWork ? <WholePage memberId={member.id} onErased={onClose} /> : <Card member={member} />}
      </div>
    </Dialog>
  )
}

function WholePage({ memberId, onErased }: { readonly memberId: string; readonly onErased: () => void }) {
  const { program } = useShop()
  const page = useMemberPage(program.id, memberId)
  return <Answer query={page}>{(value) => <Page page={value} onErased={onErased} />}</Answer>
}

function Page({ page, onErased }: { readonly page: MemberPage; readonly onErased: () => void }) {
  const { loyalty: words } = useWords()
  const [isChanging, setChanging] = useState(false)
  return (
    <div className="member-detail">
      <Card member={page.member} />
      <StampsPart member={page.member} />
      {isChanging ? (
        <ChangePoints member={page.member} onDone={() => setChanging(false)} />
      ) : (
        <div className="member-detail__acts">
          <Button onPress={() => setChanging(true)}>{words.changePoints}</Button>
        </div>
      )}
      <MemberHistory page={page} />
      <MemberData page={page} onErased={onErased} />
    </div>
  )
}

/** What stands on the card. */
function Card({ member }: { readonly member: Member }) {
  const { console: words, loyalty } = useWords()
  const language = useLanguage()
  const locale = useLocale()
  const { timeZone } = useShop().settings
  const day = (iso: string) => dayText(dayIn(timeZone, Date.parse(iso)), language)
  return (
    <>
      <p className="member-detail__points">
        <b>{member.pointsBalance.toLocaleString(locale)}</b> {words.points}
        {member.tierName ? <Badge tone="accent">{member.tierName}</Badge> : null}
      </p>
      {member.endingNext ? (
        <p className="settings__note">
          {loyalty.endingNext(member.endingNext.points.toLocaleString(locale), day(member.endingNext.atIso))}
        </p>
      ) : null}
      <dl className="facts">
        {member.phone ? (
          <div>
            <dt>{words.phone}</dt>
            <dd>
              <a className="phone-link" href={`tel:${member.phone.replace(/\s/g, '')}`}>
                <Phone size={16} aria-hidden />
                {phoneText(member.phone)}
              </a>
            </dd>
          </div>
        ) : null}
        <div>
          <dt>{words.card}</dt>
          <dd className="ui-tabular">{member.cardNo}</dd>
        </div>
        <div>
          <dt>{words.memberColumns.joined}</dt>
          <dd>{day(member.joinedAtIso)}</dd>
        </div>
        <div>
          <dt>{words.pointsEver}</dt>
          <dd>{member.pointsEarnedEver.toLocaleString(locale)}</dd>
        </div>
      </dl>
    </>
  )
}
