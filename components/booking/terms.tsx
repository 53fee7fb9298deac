import { Icon, Text, View } from '#components/primitives/index.ts'
import type { Service } from '#model/shop/bookings.ts'
import { formatMoney } from '../kit/money.ts'
import { type BookingScene, momentText } from './scene.ts'

interface TermsProps {
  readonly scene: BookingScene
  readonly service: Service
  readonly partySize: number
  readonly startsAtIso: string
}

/** What is to be known before it is booked: what is paid now, until when it is free to call off, that the shop says yes. */
export function Terms({ scene, service, partySize, startsAtIso }: TermsProps) {
  const { words, shop, env } = scene
  const lines: string[] = []
  const { deposit, needsApproval } = service
  if (deposit) {
    const freeUntilMs = Date.parse(startsAtIso) - deposit.freeCancelMinutes * 60_000
    lines.push(words.depositNow(formatMoney(depositOf(service, partySize), shop.currency, env.language)))
    const isFree = freeUntilMs > env.nowMs
    const moment = momentText(scene, new Date(freeUntilMs).toISOString(), shop.timeZone)
    lines.push((isFree ? words.freeUntil(moment) : '') + words.lateBack(deposit.lateRefundPercent, isFree))
  }
  if (needsApproval) lines.push(words.shopAnswers)
  if (!lines.length) return null
  return (
    <View className="b-booking__terms">
      <Icon name="info" />
      <View>
        {lines.map((line) => (
          <Text key={line} className="b-booking__term">
            {line}
          </Text>
        ))}
      </View>
    </View>
  )
}

/** For each person of a class, else for the whole booking; 0 where none is asked for. */
export function depositOf({ kind, deposit }: Service, partySize: number): number {
  return (deposit?.amountMinor ?? 0) * (kind === 'class' ? partySize : 1)
}
