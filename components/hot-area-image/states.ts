import type { SpecValue } from '#model/program-spec.ts'
import { type BlockStates, text } from '../kit/stories/block-state.ts'
import { mockPictures } from '../kit/stories/mock-pictures.ts'

const areas: readonly SpecValue[] = [
  {
    name: text('Order noodles', '点一碗面'),
    link: { kind: 'page', pageId: 'menu' },
    left: 3,
    top: 5,
    width: 45,
    height: 55,
  },
  {
    name: text('Seafood of the day', '今日海鲜'),
    link: { kind: 'page', pageId: 'menu' },
    left: 52,
    top: 5,
    width: 45,
    height: 55,
  },
  {
    name: text('Book a table', '订座'),
    link: { kind: 'page', pageId: 'booking' },
    left: 25,
    top: 64,
    width: 50,
    height: 32,
  },
]

export const states = {
  default: { props: { picture: mockPictures.story, areas } },
  full: { props: { picture: mockPictures.beef, areas: areas.slice(0, 1), shape: 'full' } },
  edited: { props: { picture: mockPictures.story, areas }, env: { mode: 'canvas' } },
  small: {
    props: {
      picture: mockPictures.lunch,
      areas: [{ link: { kind: 'map' }, left: 80, top: 60, width: 5, height: 5 }],
    },
  },
  empty: { env: { mode: 'canvas' } },
} satisfies BlockStates
