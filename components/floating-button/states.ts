import { type BlockStates, text } from '../kit/stories/block-state.ts'

const call = { kind: 'phone', number: '+86 21 5555 0182' }

export const states = {
  default: { props: { label: text('Call us', '联系我们'), icon: 'phone', link: call } },
  round: {
    props: { label: text('Order', '点餐'), icon: 'utensils', link: { kind: 'page', pageId: 'menu' }, look: 'round' },
  },
  start: {
    props: { label: text('Book', '订座'), icon: 'calendar', link: { kind: 'page', pageId: 'booking' }, side: 'start' },
  },
  high: { props: { label: text('Find us', '怎么走'), icon: 'map-pin', link: { kind: 'map' }, height: 'high' } },
  long: { props: { label: text('Ask us anything', '有问题随时问我们吧'), icon: 'message', link: call } },
  canvas: { props: { label: text('Call us', '联系我们'), link: null }, env: { mode: 'canvas' } },
} satisfies BlockStates
