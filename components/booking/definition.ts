import { defineBlock, type PropsOfBlock } from '../kit/define-block.ts'

/** Books a table or an appointment: day, time, contact, confirmation; and shows the visitor's own bookings. */
export const booking = defineBlock({
  type: 'booking',
  label: { en: 'Booking', 'zh-CN': '在线预订' },
  description: {
    en: 'Visitors pick a day and a free time and get a confirmation. Tables and staff are never booked twice.',
    'zh-CN': '顾客选择日期和空闲时段，即时确认。同一张桌、同一位员工不会被重复预订。',
  },
  group: 'book',
  icon: 'calendar',
  version: 1,
  fields: {
    title: {
      kind: 'text',
      label: { en: 'Title', 'zh-CN': '标题' },
      default: '',
      maxLength: 40,
      onCanvas: true,
      translatable: true,
    },
    service: {
      kind: 'reference',
      to: 'service',
      label: { en: 'Service', 'zh-CN': '预订项目' },
      help: { en: 'Empty offers all of them.', 'zh-CN': '留空则提供全部项目。' },
      default: '',
    },
    note: {
      kind: 'switch',
      label: { en: 'Asks for a note', 'zh-CN': '让顾客填写备注' },
      default: true,
    },
    ownBookings: {
      kind: 'switch',
      label: { en: 'Shows own bookings', 'zh-CN': '显示顾客自己的预订' },
      default: true,
    },
  },
  starter: { title: { $text: { en: 'Book a table', 'zh-CN': '预订座位' } } },
  slots: {},
  shopData: ['services', 'shop'],
  visitorData: ['bookings'],
  needs: ['shop.book', 'shop.pay'],
  interactive: true,
  upgrades: {},
})

export type BookingProps = PropsOfBlock<typeof booking>
