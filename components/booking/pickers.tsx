import { ScrollView, Text, View } from '#components/primitives/index.ts'
import type { Service } from '#model/shop/bookings.ts'
import { formatMoney } from '../kit/money.ts'
import { dayText, weekdayText } from '../kit/shop-time.ts'
import { anchorOf } from '../kit/anchor.ts'
import type { StripDay } from './days.ts'
import type { BookingScene } from './scene.ts'

interface ServiceChoiceProps {
  readonly scene: BookingScene
  readonly chosen: Service
  readonly onChoose: (serviceId: string) => void
}

export function ServiceChoice({ scene, chosen, onChoose }: ServiceChoiceProps) {
  const { services, words, shop, env } = scene
  return (
    <View className="b-booking__part" ariaRole="radiogroup" ariaLabel={words.service}>
      <Text className="b-booking__label">{words.service}</Text>
      {services.map((service) => {
        const on = service.id === chosen.id
        const price = service.priceMinor ? formatMoney(service.priceMinor, shop.currency, env.language) : ''
        const facts = [
          service.stay ? '' : words.minutes(service.durationMinutes),
          price && service.stay ? words.perNight(price) : price && service.seats ? words.each(price) : price,
        ]
        return (
          <View
            key={service.id}
            id={anchorOf('service', service.id)}
            className={`b-booking__service${on ? ' b-booking__service--on' : ''}`}
            ariaRole="radio"
            ariaChecked={on}
            onClick={() => onChoose(service.id)}
          >
            <View className="b-booking__service-about">
              <Text className="b-booking__service-name">{service.name}</Text>
              {service.description && <Text className="b-booking__small">{service.description}</Text>}
            </View>
            <Text className="b-booking__small b-booking__facts">{facts.filter(Boolean).join(' · ')}</Text>
          </View>
        )
      })}
    </View>
  )
}

interface StaffChoiceProps {
  readonly scene: BookingScene
  readonly staff: NonNullable<Service['staff']>
  /** Empty: whoever is free. */
  readonly chosen: string
  readonly onChoose: (staffId: string) => void
}

export function StaffChoice({ scene, staff, chosen, onChoose }: StaffChoiceProps) {
  const { words } = scene
  return (
    <View className="b-booking__part" ariaRole="radiogroup" ariaLabel={words.withWhom}>
      <Text className="b-booking__label">{words.withWhom}</Text>
      <ScrollView scrollX className="b-booking__strip">
        {[{ id: '', label: words.anyone }, ...staff].map(({ id, label }) => (
          <View
            key={id}
            className={`b-booking__person${id === chosen ? ' b-booking__person--on' : ''}`}
            ariaRole="radio"
            ariaChecked={id === chosen}
            onClick={() => onChoose(id)}
          >
            <Text>{label}</Text>
          </View>
        ))}
      </ScrollView>
    </View>
  )
}

interface PartySizeProps {
  readonly scene: BookingScene
  readonly service: Service
  readonly size: number
  readonly onChoose: (size: number) => void
}

export function PartySize({ scene, service, size, onChoose }: PartySizeProps) {
  const { words } = scene
  const label = service.kind === 'table' ? words.party : words.people
  const sizes = Array.from({ length: service.maxParty - service.minParty + 1 }, (_, index) => service.minParty + index)
  return (
    <View className="b-booking__part" ariaRole="radiogroup" ariaLabel={label}>
      <Text className="b-booking__label">{label}</Text>
      <ScrollView scrollX className="b-booking__strip">
        {sizes.map((each) => (
          <View
            key={each}
            className={`b-booking__size${each === size ? ' b-booking__size--on' : ''}`}
            ariaRole="radio"
            ariaChecked={each === size}
            ariaLabel={words.guests(each)}
            onClick={() => onChoose(each)}
          >
            <Text>{each}</Text>
          </View>
        ))}
      </ScrollView>
    </View>
  )
}

interface DayStripProps {
  readonly scene: BookingScene
  readonly days: readonly StripDay[]
  readonly chosen: string
  readonly today: string
  readonly onChoose: (day: string) => void
  /** What is asked, and the word for a day that cannot be had; without them, for visits of one day. */
  readonly label?: string
  readonly shut?: string
}

export function DayStrip({ scene, days, chosen, today, onChoose, label, shut }: DayStripProps) {
  const { words, env } = scene
  const question = label ?? words.day
  const closed = shut ?? words.closed
  return (
    <View className="b-booking__part" ariaRole="radiogroup" ariaLabel={question}>
      <Text className="b-booking__label">{question}</Text>
      <ScrollView scrollX scrollIntoView={`${scene.id}-${chosen}`} scrollWithAnimation className="b-booking__strip">
        {days.map(({ day, open }) => {
          const on = day === chosen
          const name = weekdayText(day, env.language, today)
          const date = dayText(day, env.language)
          return (
            <View
              key={day}
              id={`${scene.id}-${day}`}
              className={`b-booking__day${on ? ' b-booking__day--on' : ''}${open ? '' : ' b-booking__day--closed'}`}
              ariaRole="radio"
              ariaChecked={on}
              ariaDisabled={!open}
              ariaLabel={[name, date, open ? '' : closed].filter(Boolean).join(' ')}
              onClick={open ? () => onChoose(day) : undefined}
            >
              <Text className="b-booking__weekday">{name}</Text>
              <Text className="b-booking__date">{Number(day.slice(8))}</Text>
              <Text className="b-booking__month">{open ? monthOf(day, env.language) : closed}</Text>
            </View>
          )
        })}
      </ScrollView>
    </View>
  )
}

function monthOf(day: string, language: BookingScene['env']['language']): string {
  const month = Number(day.slice(5, 7))
  return language === 'en' ? dayText(day, language).replace(/[\d ]/g, '') : `${month}月`
}
