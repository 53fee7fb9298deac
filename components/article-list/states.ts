import type { SpecValue } from '#model/program-spec.ts'
import { type BlockStates, text } from '../kit/stories/block-state.ts'
import { mockPictures } from '../kit/stories/mock-pictures.ts'

const link = { kind: 'page', pageId: 'about' }
const items: readonly SpecValue[] = [
  {
    title: text('Autumn menu from Friday', '周五起，秋季菜单上新'),
    summary: text(
      'Pumpkin soup, roast chestnuts, and a pear tea we tried out all summer.',
      '南瓜汤、糖炒栗子，还有试了一整个夏天的雪梨茶。',
    ),
    note: text('9 October', '10 月 9 日'),
    picture: mockPictures.lunch,
    link,
  },
  {
    title: text('How our broth is made', '一锅好汤是怎么炖成的'),
    summary: text(
      'Six hours, five spices, and why nobody may lift the lid.',
      '六个小时，五味香料，为什么谁都不许揭盖。',
    ),
    note: text('Behind the counter', '店里的事'),
    picture: mockPictures.bowl,
    link,
  },
  {
    title: text('Closed on Monday the 6th', '6 日（周一）休息一天'),
    summary: text('We are painting the front room.', '店面粉刷，周二恢复正常。'),
    note: text('1 October', '10 月 1 日'),
    link,
  },
]
const title = text('What is new', '最新动态')

export const states = {
  default: { props: { title, items } },
  large: { props: { title, items, layout: 'large' } },
  grid: { props: { items: items.slice(0, 2), layout: 'grid' } },
  long: {
    props: {
      items: [
        {
          title: text(
            'Everything you always wanted to ask about hand-pulled noodles and never dared to at the counter',
            '关于手拉面您一直想问、却从来没好意思在柜台前开口的那些事，这次一次说清楚',
          ),
          summary: text(
            'How thin, how long, how hot, how much salt, and whether slurping is polite (it is).',
            '多细、多长、多烫、放多少盐，还有吃面出声到底礼不礼貌（当然礼貌）。',
          ),
          note: text('Long read', '长文'),
          picture: mockPictures.oil,
          link,
        },
      ],
    },
  },
  unlinked: { props: { items: [{ title: text('Coming soon', '敬请期待'), link: null }] } },
  empty: { props: { title }, env: { mode: 'canvas' } },
} satisfies BlockStates
