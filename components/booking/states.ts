import type { Service, Slot, SlotQuery } from '#model/shop/bookings.ts'
import type { ShopFailureCode } from '#model/shop/failure.ts'
import { type BlockStates, type Language, text } from '../kit/stories/block-state.ts'
import { loaded, mockNowMs, offline } from '../kit/stories/mock-shop.ts'
import { storyScene } from '../kit/stories/story-scene.ts'
import { ownBooking } from './situations.ts'

const title = text('Book a table', '预订座位')

function services(language: Language): Service[] {
  const say = (en: string, zh: string) => (language === 'en' ? en : zh)
  const table: Service = {
    id: 'table',
    kind: 'table',
    name: say('A table', '堂食座位'),
    description: say('We keep it for 15 minutes', '为您保留 15 分钟'),
    durationMinutes: 90,
    priceMinor: 0,
    minParty: 1,
    maxParty: 8,
    minNoticeMinutes: 60,
    maxAdvanceDays: 30,
  }
  const lesson = {
    id: 'lesson',
    kind: 'appointment',
    name: say('Hand-pulled noodle lesson', '手工拉面体验课'),
    description: say('With our chef, for two hands and an apron', '师傅一对一教学，含围裙'),
    durationMinutes: 120,
    priceMinor: 16_800,
    minParty: 1,
    maxParty: 1,
  } as const
  return [table, { ...table, ...lesson }]
}

/** Every half hour from 11 to 21, some of it taken. */
function slotsOf({ date }: SlotQuery): Slot[] {
  return Array.from({ length: 20 }, (_, index) => {
    const minutes = 11 * 60 + index * 30
    const localTime = `${Math.floor(minutes / 60)}:${minutes % 60 ? '30' : '00'}`
    return {
      startsAtIso: new Date(`${date}T${localTime}:00+08:00`).toISOString(),
      localTime,
      partOfDay: minutes < 720 ? 'morning' : minutes < 1020 ? 'afternoon' : 'evening',
      available: index % 4 !== 1,
    }
  })
}

const own = (language: Language) => ownBooking(storyScene(language, { services: services(language) }))!

const no = (code: ShopFailureCode) => async () => ({ ok: false, failure: { code, message: code } }) as const

const ready = (language: Language) => ({ services: loaded(services(language)), bookings: loaded([]) })
const onlyTables = (language: Language) => ({ ...ready(language), services: loaded(services(language).slice(0, 1)) })
const shop = {
  slots: async (query: SlotQuery) => ({ ok: true, value: slotsOf(query) }) as const,
  holdSlot: async () =>
    ({
      ok: true,
      value: { bookingId: 'booking-1', expiresAtIso: new Date(Date.now() + 300_000).toISOString() },
    }) as const,
  confirmBooking: async () => ({ ok: true, value: own('en') }) as const,
}

export const states = {
  default: { props: { title }, data: onlyTables, situation: 'first-visit', host: { shop } },
  services: { props: { title: text('Visit us', '预约到店') }, data: ready, host: { shop } },
  ownBooking: { props: { title }, data: onlyTables, situation: 'gold-member', host: { shop } },
  held: { props: { title }, data: onlyTables, host: { shop } },
  taken: { props: { title }, data: onlyTables, host: { shop: { ...shop, holdSlot: no('slot-taken') } } },
  fewTimes: { props: { title }, data: onlyTables, situation: 'lunch-rush', host: { shop } },
  fullDay: { props: { title }, data: onlyTables, situation: 'sold-out', host: { shop } },
  slotsFailed: { props: { title }, data: onlyTables, host: { shop: { slots: no('offline') } } },
  late: {
    props: { title },
    data: onlyTables,
    env: { nowMs: mockNowMs + 8 * 3_600_000 },
    host: { shop },
  },
  noServices: { props: { title }, data: () => ({ services: loaded([]), bookings: loaded([]) }) },
  loading: { props: { title } },
  failed: { props: { title }, data: () => ({ services: offline }) },
} satisfies BlockStates
