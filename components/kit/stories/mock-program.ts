import type { Service } from '#model/shop/bookings.ts'
import type { ProgramPage } from '../host.ts'
import type { Language } from './block-state.ts'

/** Pages of a noodle shop's program. */
export function mockPages(language: Language): readonly ProgramPage[] {
  const say = (en: string, zh: string) => (language === 'en' ? en : zh)
  return [
    { pageId: 'home', title: say('Welcome', '首页') },
    { pageId: 'menu', title: say('Menu', '点餐') },
    { pageId: 'story', title: say('Our story', '老店故事') },
    { pageId: 'book', title: say('Book a table', '预订座位') },
  ]
}

/** What can be booked there. */
export function mockServices(language: Language): readonly Service[] {
  const say = (en: string, zh: string) => (language === 'en' ? en : zh)
  return [
    {
      id: 'table',
      kind: 'table',
      name: say('A table', '订座'),
      description: say('Kept for fifteen minutes', '座位保留十五分钟'),
      durationMinutes: 90,
      priceMinor: 0,
      minParty: 1,
      maxParty: 8,
      minNoticeMinutes: 60,
      maxAdvanceDays: 30,
    },
  ]
}
