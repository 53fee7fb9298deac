import { type BlockStates, text } from '../kit/stories/block-state.ts'

const long = text(
  'Closed on 25 October for a private party; from the 26th we open half an hour earlier every day.',
  '10 月 25 日因家宴包场暂停营业，26 日起每天提前半小时开门，欢迎早来。',
)

export const states = {
  default: {
    props: { text: text('Our six-hour broth is ready at 11.', '牛骨汤每天 11 点开锅，售完即止。'), icon: 'soup' },
  },
  offer: {
    props: {
      tone: 'offer',
      icon: 'gift',
      text: text('Members get a free drink today', '会员今日赠饮一杯'),
      link: { kind: 'page', pageId: 'member' },
    },
  },
  moving: { props: { text: long } },
  wrapped: { props: { text: long, wrap: true, tone: 'warning', icon: 'alert' } },
  empty: { env: { mode: 'canvas' } },
} satisfies BlockStates
