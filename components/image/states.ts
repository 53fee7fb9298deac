import { type BlockStates, text } from '../kit/stories/block-state.ts'
import { mockPictures } from '../kit/stories/mock-pictures.ts'

export const states = {
  default: {
    props: { picture: mockPictures.story, caption: text('The long table by the window', '靠窗的长桌') },
  },
  edgeToEdge: { props: { picture: mockPictures.lunch, ratio: '16:9', shape: 'full' } },
  portrait: { props: { picture: mockPictures.bowl, ratio: '3:4' } },
  linked: {
    props: {
      picture: mockPictures.bowl,
      ratio: '1:1',
      link: { kind: 'page', pageId: 'menu' },
      caption: text('Dan dan noodles', '担担面'),
    },
  },
  cropped: {
    props: { picture: { ...mockPictures.story, crop: { x: 0.2, y: 0.8, zoom: 1.6 } }, ratio: '1:1' },
  },
  empty: { env: { mode: 'canvas' } },
} satisfies BlockStates
