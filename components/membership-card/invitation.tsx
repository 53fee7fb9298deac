import { useEffect, useState } from 'react'
import { Button, ScrollView, Sheet, Text, View } from '#components/primitives/index.ts'
import type { Customer } from '#model/shop/customers.ts'
import type { Membership } from '#model/shop/members.ts'
import type { ShopFailureCode } from '#model/shop/failure.ts'
import { createAskOnce } from '../kit/ask-once.ts'
import { ContactFields, contactProblem, useContactDraft } from '../kit/contact-fields.tsx'
import { EditableText } from '../kit/editable-text.tsx'
import { failureWords } from '../kit/failure-words.ts'
import type { Host } from '../kit/host.ts'
import { formatMoney } from '../kit/money.ts'
import { SignInLine, useCustomer } from '../kit/sign-in.tsx'
import type { CardScene } from './view.tsx'

interface InvitationProps {
  readonly nodeId: string
  readonly scene: CardScene
  readonly host: Host
  readonly text: string
  /** From signing in for this card. */
  readonly isBack: boolean
  readonly onJoined: (card: Membership) => void
}

export function Invitation({ nodeId, scene, host, text, isBack, onJoined }: InvitationProps) {
  const { words, shop, programme, env } = scene
  const [open, setOpen] = useState(false)
  const customer = useCustomer(host)
  useEffect(() => {
    if (isBack) setOpen(true)
  }, [isBack])
  return (
    <View className="b-membership-card__card">
      <View className="b-membership-card__face">
        <View className="b-membership-card__top">
          <Text className="b-membership-card__shop">{shop.name}</Text>
          <Text className="b-membership-card__tier">{words.member}</Text>
        </View>
        <View className="b-membership-card__why">
          <EditableText
            prop="invitation"
            value={text}
            env={env}
            hint={words.invitationHint}
            headingLevel={2}
            className="b-membership-card__invitation"
          />
          {programme.pointsPerUnit > 0 && (
            <Text className="b-membership-card__rule">{words.earnRule(programme.pointsPerUnit, oneUnit(scene))}</Text>
          )}
        </View>
        <Button className="b-membership-card__join" onClick={() => env.mode !== 'canvas' && setOpen(true)}>
          <Text>{words.join}</Text>
        </Button>
      </View>
      {env.mode !== 'canvas' && (
        <View className="b-membership-card__sign-in">
          <SignInLine env={env} host={host} need={loginNeed(nodeId)} customer={customer} offer={words.already} />
        </View>
      )}
      {open && (
        <JoinSheet
          nodeId={nodeId}
          scene={scene}
          host={host}
          customer={customer}
          onJoined={onJoined}
          onClose={() => setOpen(false)}
        />
      )}
    </View>
  )
}

/** What the card asks of a customer who signs in for it. */
export function loginNeed(nodeId: string): Parameters<Host['login']>[0] {
  return { nodeId, reason: 'membership', fields: ['name', 'phone'] }
}

type JoinSheetProps = Omit<InvitationProps, 'text' | 'isBack'> & {
  readonly customer: Customer | null | undefined
  readonly onClose: () => void
}

function JoinSheet({ nodeId, scene, host, customer, onJoined, onClose }: JoinSheetProps) {
  const { words, env } = scene
  const id = `card-${nodeId}`
  const { draft, setDraft, keep } = useContactDraft(host, customer)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<ShopFailureCode | null>(null)
  const [askOnce] = useState(() => createAskOnce(host))
  const problem = contactProblem(draft)

  const submit = async () => {
    setTried(true)
    if (problem) return
    setBusy(true)
    setFailure(null)
    keep()
    const request = { name: draft.name.trim(), phone: draft.phone.trim(), consent: true as const }
    const answer = await askOnce(host.shop.join, request)
    setBusy(false)
    if (!answer.ok) return setFailure(answer.failure.code)
    onJoined(answer.value)
    host.refresh('card')
    onClose()
  }

  return (
    <Sheet open title={words.joinTitle} closeLabel={words.close} onClose={onClose}>
      <ScrollView scrollY className="b-membership-card__form">
        <SignInLine env={env} host={host} need={loginNeed(nodeId)} customer={customer} offer={words.fillIn} />
        <ContactFields env={env} id={id} draft={draft} onChange={setDraft} problem={tried ? problem : null} />
        {failure && (
          <Text className="b-membership-card__failure" ariaRole="alert">
            {failureWords(failure, env.language)}
          </Text>
        )}
      </ScrollView>
      <View className="b-membership-card__foot">
        <Button className="b-membership-card__main" disabled={busy} ariaBusy={busy} onClick={() => void submit()}>
          <Text>{busy ? words.joining : words.join}</Text>
        </Button>
      </View>
    </Sheet>
  )
}

/** One whole unit of the shop's currency, e.g. `¥1`. */
function oneUnit({ shop, env }: CardScene): string {
  const digits = new Intl.NumberFormat('en', { style: 'currency', currency: shop.currency }).resolvedOptions()
  return formatMoney(10 ** (digits.maximumFractionDigits ?? 2), shop.currency, env.language)
}
