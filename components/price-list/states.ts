import type { SpecValue } from '#model/program-spec.ts'
import { type BlockStates, text } from '../kit/stories/block-state.ts'
import { loading } from '../kit/stories/mock-shop.ts'

const group = (en: string, zh: string) => ({ kind: 'group', name: text(en, zh) })
const items: readonly SpecValue[] = [
  group('Cut', '剪发'),
  {
    name: text('Cut and finish', '洗剪吹'),
    note: text('45 minutes, wash included', '约 45 分钟，含护理'),
    priceMinor: 12_800,
  },
  { name: text('Children up to 10', '儿童剪发（10 岁以下）'), priceMinor: 6800, beforeMinor: 8800 },
  group('Colour', '染发'),
  {
    name: text('Full colour', '全头染色'),
    note: text('By length of hair; we tell you before we begin', '按发长计价，开始前会先确认'),
    priceMinor: 38_800,
    from: true,
  },
  { name: text('Grey blending', '白发遮盖'), priceMinor: null },
]
const title = text('Prices', '价目表')
const footnote = text(
  'All prices include washing. Valid until the end of the year.',
  '以上价格均含洗发，有效期至年底。',
)

export const states = {
  default: { props: { title, items, footnote } },
  card: { props: { title, items, look: 'card' } },
  plain: { props: { items: items.filter((_, at) => at !== 0 && at !== 3) } },
  long: {
    props: {
      items: [
        {
          name: text('Straightening with keratin for very long hair', '超长发角蛋白柔顺护理（含修剪与造型）'),
          note: text(
            'Three hours with a break; please come with dry hair and without any styling products',
            '约三小时，中间可休息；请勿使用定型产品，干发到店',
          ),
          priceMinor: 128_800,
          beforeMinor: 168_850,
          from: true,
        },
      ],
    },
  },
  loading: { props: { title, items }, data: () => ({ shop: loading }) },
  empty: { props: { title }, env: { mode: 'canvas' } },
} satisfies BlockStates
