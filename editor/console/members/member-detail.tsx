import { Phone } from 'lucide-react'
import { Badge, Dialog } from '#editor/ui/index.ts'
import { useLanguage, useLocale, useWords } from '#editor/words/use-words.ts'
import { dayIn, dayText, whenText } from '#components/kit/shop-time.ts'
import type { Member } from '#platform/contract/merchant.ts'
import { useShop } from '../shop-context.ts'
import { phoneText } from '../rules/phone.ts'

export function MemberDetail({ member, onClose }: { readonly member: Member; readonly onClose: () => void }) {
  const words = useWords()
  const language = useLanguage()
  const locale = useLocale()
  const { timeZone } = useShop().settings
  return (
    <Dialog title={member.name} isOpen onClose={onClose} placement="side" widthPx={420}>
      <div className="member-detail">
        <p className="member-detail__points">
          <b>{member.pointsBalance.toLocaleString(locale)}</b> {words.console.points}
          <Badge tone="accent">{member.tierName}</Badge>
        </p>
        <dl className="facts">
          <div>
            <dt>{words.console.phone}</dt>
            <dd>
              <a className="phone-link" href={`tel:${member.phone.replace(/\s/g, '')}`}>
                <Phone size={16} aria-hidden />
                {phoneText(member.phone)}
              </a>
            </dd>
          </div>
          <div>
            <dt>{words.console.card}</dt>
            <dd className="ui-tabular">{member.cardNo}</dd>
          </div>
          <div>
            <dt>{words.console.memberColumns.joined}</dt>
            <dd>{dayText(dayIn(timeZone, Date.parse(member.joinedAtIso)), language)}</dd>
          </div>
          <div>
            <dt>{words.console.pointsEver}</dt>
            <dd>{member.pointsEarnedEver.toLocaleString(locale)}</dd>
          </div>
        </dl>
        <section>
          <h3 className="section-title">{words.console.history}</h3>
          {member.history.length === 0 ? <p>{words.console.noHistory}</p> : null}
          <ul className="member-history">
            {member.history.map(({ atIso, delta, label }) => (
              <li key={atIso + label}>
                <span>{label}</span>
                <time dateTime={atIso}>{whenText(atIso, timeZone, language, Date.now())}</time>
                <b>{delta > 0 ? `+${delta}` : delta}</b>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </Dialog>
  )
}
