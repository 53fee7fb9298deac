import type { Booking, Service, Slot, SlotQuery } from '#model/shop/bookings.ts'
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

/** One of each kind that is not a table. */
function otherServices(language: Language): { [kind in 'hair' | 'yoga' | 'room']: Service } {
  const say = (en: string, zh: string) => (language === 'en' ? en : zh)
  const plain = { minParty: 1, maxParty: 1, minNoticeMinutes: 60, maxAdvanceDays: 60 }
  return {
    hair: {
      ...plain,
      id: 'hair',
      kind: 'appointment',
      name: say('Cut and colour', '剪发与染发'),
      description: say('Consultation, colour, cut and blow-dry', '设计沟通、染发、剪发与吹整'),
      durationMinutes: 150,
      priceMinor: 48_800,
      staff: [
        { id: 'mei', label: say('Mei', '梅姐') },
        { id: 'tony', label: say('Tony', 'Tony 老师') },
        { id: 'an', label: say('An', '小安') },
      ],
      needsApproval: true,
      deposit: { amountMinor: 10_000, freeCancelMinutes: 1440, lateRefundPercent: 50 },
    },
    yoga: {
      ...plain,
      id: 'yoga',
      kind: 'class',
      name: say('Evening yoga', '晚间瑜伽'),
      description: say('All levels, mats are here', '零基础可参加，提供瑜伽垫'),
      durationMinutes: 75,
      priceMinor: 8_800,
      maxParty: 4,
      seats: 20,
      timetable: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, time: '18:30' })),
    },
    room: {
      ...plain,
      id: 'room',
      kind: 'room',
      name: say('Garden room', '庭院大床房'),
      description: say('A double bed, a terrace, breakfast for two', '大床、露台、含双早'),
      durationMinutes: 1200,
      priceMinor: 42_800,
      maxParty: 2,
      stay: { checkIn: '15:00', checkOut: '12:00', maxNights: 7 },
    },
  }
}
const only = (kind: 'hair' | 'yoga' | 'room') => (language: Language) => ({
  ...ready(language),
  services: loaded([otherServices(language)[kind]]),
})

/** A morning and an evening class, the evening one nearly full. */
const classes = async ({ date }: SlotQuery) => {
  const at = (localTime: string, seatsLeft: number): Slot => ({
    startsAtIso: new Date(`${date}T${localTime}:00+08:00`).toISOString(),
    localTime,
    partOfDay: localTime < '12:00' ? 'morning' : 'evening',
    available: seatsLeft > 0,
    seatsLeft,
  })
  return { ok: true, value: [at('07:15', 14), at('18:30', 3), at('20:15', 0)] } as const
}

/** Two rooms, both taken on the third and the ninth night, one of them on some more. */
const nights = async ({ date }: SlotQuery) => {
  const value = Array.from({ length: 42 }, (_, index): Slot => {
    const startsAtMs = Date.parse(`${date}T15:00:00+08:00`) + index * 86_400_000
    const roomIds = index % 6 === 2 ? [] : index % 4 === 3 ? ['r2'] : ['r1', 'r2']
    const startsAtIso = new Date(startsAtMs).toISOString()
    return { startsAtIso, localTime: '15:00', partOfDay: 'afternoon', available: roomIds.length > 0, roomIds }
  })
  return { ok: true, value } as const
}

/** A deposit to pay, a request, and one that the shop declined. */
function waiting(language: Language): Booking[] {
  const booked = own(language)
  const later = (days: number) => ({
    startsAtIso: new Date(Date.parse(booked.startsAtIso) + days * 86_400_000).toISOString(),
    endsAtIso: new Date(Date.parse(booked.endsAtIso) + days * 86_400_000).toISOString(),
  })
  const rule = { amountMinor: 10_000, freeCancelMinutes: 1440, lateRefundPercent: 50, returnedMinor: 0 }
  const waitsUntilIso = new Date(mockNowMs + 15 * 60_000).toISOString()
  return [
    { ...booked, id: 'b1', code: 'K7QX', status: 'unpaid', waitsUntilIso, deposit: { ...rule, paidMinor: 0 } },
    { ...booked, ...later(1), id: 'b2', code: 'R4MD', status: 'requested', waitsUntilIso: booked.startsAtIso },
    { ...booked, ...later(2), id: 'b3', code: 'H9AC', status: 'declined', deposit: { ...rule, paidMinor: 10_000 } },
  ]
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
  staff: { props: { title: text('Book your visit', '预约服务') }, data: only('hair'), host: { shop } },
  terms: { props: { title: text('Book your visit', '预约服务') }, data: only('hair'), host: { shop } },
  requested: {
    props: { title: text('Book your visit', '预约服务') },
    data: only('hair'),
    host: {
      shop: {
        ...shop,
        confirmBooking: async () => {
          const waitsUntilIso = new Date(mockNowMs + 86_400_000).toISOString()
          return { ok: true, value: { ...own('en'), status: 'requested', waitsUntilIso } } as const
        },
      },
    },
  },
  classSeats: {
    props: { title: text('Join a class', '预约课程') },
    data: only('yoga'),
    host: { shop: { ...shop, slots: classes } },
  },
  nights: {
    props: { title: text('Stay with us', '预订客房') },
    data: only('room'),
    host: { shop: { ...shop, slots: nights } },
  },
  fullHouse: {
    props: { title: text('Stay with us', '预订客房') },
    data: only('room'),
    host: { shop: { slots: async () => ({ ok: true, value: [] }) as const } },
  },
  waiting: {
    props: { title },
    data: (language: Language) => ({ ...onlyTables(language), bookings: loaded(waiting(language)) }),
    host: { shop },
  },
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
