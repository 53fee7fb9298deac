import type { ShopInfo } from '#model/shop/catalogue.ts'
import type { Loadable } from '../view.ts'
import type { Language } from './block-state.ts'

/** The moment all stories play at: a Wednesday, 11:20 in Shanghai. */
export const mockNowMs = Date.parse('2026-10-14T11:20:00+08:00')

/** A noodle shop, open at {@link mockNowMs} until two. */
export function mockShop(language: Language, change: Partial<ShopInfo> = {}): ShopInfo {
  const zh = language === 'zh-CN'
  const lunch = { opens: '11:00', closes: '14:00' }
  const dinner = { opens: '17:00', closes: '22:00' }
  return {
    name: zh ? '老巷面馆' : 'Old Lane Noodles',
    currency: 'CNY',
    timeZone: 'Asia/Shanghai',
    phone: '+86 21 5555 0182',
    address: {
      text: zh ? '上海市徐汇区乌鲁木齐中路 218 号' : '218 Middle Wulumuqi Road, Xuhui, Shanghai',
      latitude: 31.2089,
      longitude: 121.4406,
    },
    hours: {
      weekly: [
        ...[2, 3, 4, 5].flatMap((day) => [
          { day, ...lunch },
          { day, ...dinner },
        ]),
        { day: 6, opens: '11:00', closes: '23:30' },
        { day: 7, opens: '11:00', closes: '21:00' },
      ],
      exceptions: [
        { date: '2026-10-25', periods: [], note: zh ? '重阳家宴包场' : 'Private party' },
        { date: '2026-10-20', periods: [dinner], note: '' },
      ],
    },
    isOpen: true,
    changesAtIso: '2026-10-14T14:00:00+08:00',
    ordersPaused: false,
    tables: ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'].map((label, index) => ({
      id: `t${index}`,
      label,
      seats: index < 2 ? 2 : 4,
    })),
    ...change,
  }
}

export function loaded<Value>(value: Value): Loadable<Value> {
  return { status: 'ready', value }
}

export const loading: Loadable<never> = { status: 'loading' }

export const offline: Loadable<never> = { status: 'failed', code: 'offline', retry: () => {} }
