import { type BlockStates, text } from '../kit/stories/block-state.ts'

const toPage = (pageId: string) => ({ kind: 'page', pageId })
const order = { icon: 'utensils', label: text('Order', '点餐'), link: toPage('menu') }
const book = { icon: 'calendar', label: text('Book', '订座'), link: toPage('book') }
const members = { icon: 'card', label: text('Members', '会员'), link: toPage('member') }
const find = { icon: 'map-pin', label: text('Find us', '到店'), link: { kind: 'map' } }
const call = { icon: 'phone', label: text('Call', '电话'), link: { kind: 'phone', number: '+86 21 5555 0182' } }
const gifts = { icon: 'gift', label: text('Gift cards', '礼品卡'), link: toPage('gifts') }

export const states = {
  default: { props: { items: [order, book, members, find] } },
  filled: { props: { items: [order, book, members], columns: '3', style: 'filled' } },
  plainFive: {
    props: { items: [order, book, members, find, call, gifts, order, book], columns: '5', style: 'plain' },
  },
  long: {
    props: {
      columns: '4',
      items: [
        { ...order, label: text('Order ahead now', '提前点餐自取') },
        { ...book, label: text('Reservations', '预订包间座位') },
        { ...members, label: text('Membership', '会员积分兑换') },
        { ...find, label: text('How to find us', '门店位置与停车') },
      ],
    },
  },
  unlinked: {
    props: {
      columns: '2',
      items: [
        { ...order, link: null },
        { ...book, link: null },
      ],
    },
  },
  empty: { env: { mode: 'canvas' } },
} satisfies BlockStates
