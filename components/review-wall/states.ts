import type { SpecValue } from '#model/program-spec.ts'
import { type BlockStates, text } from '../kit/stories/block-state.ts'
import { mockPictures } from '../kit/stories/mock-pictures.ts'

const items: readonly SpecValue[] = [
  {
    text: text(
      'The broth tastes like my grandmother’s. I have not said that about any other place in this city.',
      '这汤让我想起外婆的味道。这座城市里，我还没对别家说过这句话。',
    ),
    name: text('Lin W.', '林女士'),
    source: text('Regular since 2019', '2019 年起的老顾客'),
    stars: '5',
  },
  {
    text: text('Quick at lunch, honest portions. The table code just works.', '午市出餐快，分量实在，扫码点餐也方便。'),
    name: text('Daniel', '丹尼尔'),
    source: text('March, on the map', '3 月，地图评价'),
    stars: '4',
    picture: mockPictures.bowl,
  },
  {
    text: text('Our children ask for the wontons every Sunday.', '孩子们每个周日都念叨那碗馄饨。'),
    name: text('Family Zhou', '周家'),
    stars: '5',
  },
]
const title = text('What our guests say', '顾客怎么说')

export const states = {
  default: { props: { title, items, average: true } },
  list: { props: { title, items, layout: 'list' } },
  wall: { props: { items, layout: 'wall', average: true } },
  one: { props: { items: items.slice(0, 1) } },
  long: {
    props: {
      layout: 'list',
      items: [
        {
          text: text(
            'We were nine, two of us vegetarian, one with a nut allergy, and a pram. Nobody blinked: they moved two tables, wrote the allergy on every slip, and brought the noodles for the children first. That is how it should be everywhere.',
            '我们一行九人，两位吃素，一位对坚果过敏，还推着婴儿车。店员二话不说拼好桌子，每张单子都写上过敏提醒，还先给孩子们上了面。哪里都该这样。',
          ),
          name: text('A table of nine on a rainy Saturday', '下雨的周六九人一桌'),
          source: text('By letter, we keep it on the wall', '来信，至今贴在店里'),
          stars: 'none',
        },
      ],
    },
  },
  empty: { props: { title }, env: { mode: 'canvas' } },
} satisfies BlockStates
