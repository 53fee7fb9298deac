import type { ReactNode } from 'react'
import { api } from '#editor/api/index.ts'
import { Button } from '#editor/ui/index.ts'
import { useLanguage, useLocale, useWords } from '#editor/words/use-words.ts'
import { dayIn, dayText, whenText } from '#components/kit/shop-time.ts'
import type { MemberPage } from '#platform/contract/members.ts'
import { useMoney, useShop } from '../shop-context.ts'
import { useMemberAct } from './use-member-act.ts'

/** What a member did here, newest first: points, orders, bookings, coupons and forms. */
export function MemberHistory({ page }: { readonly page: MemberPage }) {
  const { loyalty: words, console, forms } = useWords()
  const language = useLanguage()
  const locale = useLocale()
  const money = useMoney()
  const { timeZone } = useShop().settings
  const when = (iso: string) => whenText(iso, timeZone, language, Date.now())
  return (
    <>
      <Part title={console.history} none={console.noHistory}>
        {page.points.map(({ atIso, delta, kind, label, by }, index) => (
          <Row
            key={index}
            what={label || words.kinds[kind]}
            note={[label ? words.kinds[kind] : '', by === null ? '' : words.by(by)].filter(Boolean).join(' · ')}
            atIso={atIso}
            when={when(atIso)}
            figure={delta > 0 ? `+${delta.toLocaleString(locale)}` : `−${(-delta).toLocaleString(locale)}`}
          />
        ))}
      </Part>
      <Part title={words.orders} none={words.noOrders}>
        {page.orders.map(({ id, number, status, createdAtIso, totalMinor, lines }) => (
          <Row
            key={id}
            what={words.order(String(number ?? ''))}
            note={[console.status[status], lines.map(({ name, quantity }) => `${quantity}× ${name}`).join(', ')].join(
              ' · ',
            )}
            atIso={createdAtIso}
            when={when(createdAtIso)}
            figure={money(totalMinor)}
          />
        ))}
      </Part>
      <Part title={words.bookings} none={words.noBookings}>
        {page.bookings.map(({ id, serviceName, status, startsAtIso, partySize, code }) => (
          <Row
            key={id}
            what={serviceName}
            note={[console.bookingStatus[status], words.guests(partySize), code].join(' · ')}
            atIso={startsAtIso}
            when={when(startsAtIso)}
          />
        ))}
      </Part>
      <Part title={words.coupons} none={words.noCoupons}>
        {page.coupons.map(({ id, title, state, claimedAtIso, expiresAtIso }) => (
          <Row
            key={id}
            what={title}
            note={[
              words.couponStates[state],
              expiresAtIso === null || state !== 'ready'
                ? ''
                : words.until(dayText(dayIn(timeZone, Date.parse(expiresAtIso)), language)),
            ]
              .filter(Boolean)
              .join(' · ')}
            atIso={claimedAtIso}
            when={when(claimedAtIso)}
            act={state === 'ready' ? <TakeIn memberId={page.member.id} claimId={id} title={title} /> : undefined}
          />
        ))}
      </Part>
      <Part title={words.forms} none={words.noForms}>
        {page.forms.map(({ id, formName, sentAtIso, answers }) => (
          <Row
            key={id}
            what={formName || forms.unnamed}
            note={answers
              .filter(({ values }) => values.length > 0)
              .map(({ label, values }) => `${label}: ${values.join(', ')}`)
              .join(' · ')}
            atIso={sentAtIso}
            when={when(sentAtIso)}
          />
        ))}
      </Part>
    </>
  )
}

/** The coupon is used for something that is no order here. */
function TakeIn({ memberId, claimId, title }: { memberId: string; claimId: string; title: string }) {
  const { loyalty: words } = useWords()
  const { program } = useShop()
  const act = useMemberAct(
    memberId,
    (claim: string, requestId) => api.takeInCoupon(program.id, memberId, claim, requestId),
    (said) => said.loyalty.takenIn(title),
  )
  return (
    <Button isDisabled={act.busy} aria-label={`${words.takeIn}: ${title}`} onPress={() => void act.run(claimId)}>
      {words.takeIn}
    </Button>
  )
}

function Part({ title, none, children }: { title: string; none: string; children: readonly ReactNode[] }) {
  return (
    <section>
      <h3 className="section-title">{title}</h3>
      {children.length === 0 ? (
        <p className="settings__note">{none}</p>
      ) : (
        <ul className="member-history">{children}</ul>
      )}
    </section>
  )
}

interface RowProps {
  readonly what: string
  readonly note: string
  readonly atIso: string
  readonly when: string
  readonly figure?: string
  readonly act?: ReactNode
}

function Row({ what, note, atIso, when, figure, act }: RowProps) {
  return (
    <li>
      <div className="member-history__what">
        <span>{what}</span>
        {note ? <small>{note}</small> : null}
      </div>
      <time dateTime={atIso}>{when}</time>
      {figure ? <b>{figure}</b> : null}
      {act}
    </li>
  )
}
