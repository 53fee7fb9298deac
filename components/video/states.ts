import { type BlockStates, text } from '../kit/stories/block-state.ts'
import { mockPictures } from '../kit/stories/mock-pictures.ts'

const url = 'https://videos.example/kneading.mp4'
const about = text('Dough is kneaded and pulled into noodles', '揉面、拉面的过程')
const poster = mockPictures.story

export const states = {
  default: { props: { url, poster, about, caption: text('Every morning at five', '每天清晨五点') } },
  upright: { props: { url, poster, about, ratio: '9:16' } },
  full: { props: { url, poster, about, shape: 'full', ratio: '4:3' } },
  withoutPicture: { props: { url, about } },
  edited: { props: { url, poster, about }, env: { mode: 'canvas' } },
  preview: { props: { url, poster, about }, env: { mode: 'preview' } },
  wrong: { props: { url: 'my holiday film' }, env: { mode: 'canvas' } },
  empty: { env: { mode: 'canvas' } },
} satisfies BlockStates
