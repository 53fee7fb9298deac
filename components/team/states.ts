import type { SpecValue } from '#model/program-spec.ts'
import { type BlockStates, text } from '../kit/stories/block-state.ts'
import { mockPictures } from '../kit/stories/mock-pictures.ts'

const people: readonly SpecValue[] = [
  {
    name: text('Mei', '陈美'),
    role: text('Founder', '创始人'),
    about: text('Rolls the dough herself, every morning.', '每天清晨亲手揉面。'),
    picture: mockPictures.bowl,
  },
  {
    name: text('Jun', '王俊'),
    role: text('Head of the kitchen', '主厨'),
    about: text('Keeper of the six-hour broth.', '六小时牛骨汤的守护人。'),
  },
  {
    name: text('Xiaoyu', '小雨'),
    role: text('Front of house', '前厅'),
    link: { kind: 'page', pageId: 'booking' },
  },
]
const title = text('Who cooks for you', '为您做面的人')

export const states = {
  default: { props: { title, people } },
  list: { props: { title, people, layout: 'list' } },
  portrait: {
    props: {
      people: [
        { ...(people[0] as object), picture: mockPictures.oil },
        { ...(people[1] as object), picture: mockPictures.story },
      ],
      shape: 'portrait',
    },
  },
  long: {
    props: {
      layout: 'list',
      people: [
        {
          name: text('Professor Dr. Alexandra Zimmermann', '亚历山德拉·齐默尔曼教授'),
          role: text('Dentist, implants and whatever hurts on a Sunday', '口腔种植与周日急诊主任医师'),
          about: text(
            'Speaks English, German and Mandarin. Consultations on Tuesdays and Thursdays.',
            '可用中、英、德语交流，周二、周四出诊。',
          ),
          link: { kind: 'page', pageId: 'booking' },
        },
      ],
    },
  },
  empty: { props: { title }, env: { mode: 'canvas' } },
} satisfies BlockStates
