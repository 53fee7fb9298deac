import type { SpecValue } from '#model/program-spec.ts'
import { type BlockStates, text } from '../kit/stories/block-state.ts'
import { mockPictures } from '../kit/stories/mock-pictures.ts'

const items: readonly SpecValue[] = [
  { picture: mockPictures.bowl, caption: text('Dan dan noodles, as hot as you dare', '担担面，辣度您来定') },
  { picture: mockPictures.oil, caption: text('Scallion oil noodles', '葱油拌面') },
  { picture: mockPictures.beef },
  { picture: mockPictures.story, caption: text('Sunday, half past eleven', '周日上午十一点半') },
  { picture: mockPictures.lunch },
  { picture: mockPictures.members },
]

export const states = {
  default: { props: { title: text('From our kitchen', '来自我们的厨房'), items } },
  large: { props: { items } },
  two: { props: { items: items.slice(0, 4), columns: '2', ratio: '4:3' } },
  four: { props: { items: [...items, ...items.slice(0, 2)], columns: '4' } },
  mosaic: { props: { items: items.slice(0, 4), layout: 'mosaic', ratio: '4:3' } },
  row: { props: { items, layout: 'row', ratio: '3:4' } },
  waiting: { props: { items: [{ picture: null }, items[0]!, { picture: null }] }, env: { mode: 'canvas' } },
  empty: { env: { mode: 'canvas' } },
} satisfies BlockStates
