import { type BlockStates, text } from '../kit/stories/block-state.ts'
import { loaded, mockShop } from '../kit/stories/mock-shop.ts'

const none = { label: '', number: '', wechatId: '', address: '' }
const title = text('Talk to us', '联系我们')
const ways = [
  { ...none, kind: 'call' },
  { ...none, kind: 'wechat', label: text('Add us on WeChat', '加微信好友'), wechatId: 'laoxiang_noodles' },
  { ...none, kind: 'sms', number: '+86 138 0013 8000' },
  { ...none, kind: 'mail', label: text('Parties and catering', '包场与团餐'), address: 'hello@old-lane.example' },
  { ...none, kind: 'map' },
]

/** The first one is the block at its best. */
export const states = {
  default: {
    props: { title, ways },
    host: { copy: async () => ({ ok: true, value: null }) },
  },
  round: { props: { title, ways, look: 'round' } },
  copied: {
    props: { title, ways: [ways[1]!] },
    host: { copy: async () => ({ ok: true, value: null }) },
  },
  // Entries that lead nowhere are for the merchant's eyes.
  unfinished: {
    props: {
      title,
      ways: [
        { ...none, kind: 'mail' },
        { ...none, kind: 'wechat' },
      ],
    },
    env: { mode: 'canvas' },
  },
  withoutPhone: {
    props: { title, ways },
    data: (language) => ({
      shop: loaded(mockShop(language, { phone: '', address: { text: '', latitude: null, longitude: null } })),
    }),
  },
} satisfies BlockStates
