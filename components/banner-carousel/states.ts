import type { SpecValue } from '#model/program-spec.ts'
import { type BlockStates, text } from '../kit/stories/block-state.ts'
import { mockPictures } from '../kit/stories/mock-pictures.ts'

const beef: SpecValue = {
  picture: mockPictures.beef,
  title: text('Six hours in the pot', '慢炖六小时'),
  subtitle: text('Braised beef noodles from ¥28', '红烧牛肉面 ¥28 起'),
  link: { kind: 'page', pageId: 'menu' },
}
const lunch: SpecValue = {
  picture: mockPictures.lunch,
  title: text('Lunch, quickly', '午市快餐'),
  subtitle: text('Order at your table, eat in ten minutes', '桌边下单，十分钟上桌'),
  link: { kind: 'page', pageId: 'menu' },
}
const members: SpecValue = {
  picture: mockPictures.members,
  title: text('Join for free', '免费入会'),
  link: { kind: 'page', pageId: 'member' },
}

export const states = {
  default: { props: { slides: [beef, lunch, members] } },
  one: { props: { slides: [lunch], ratio: '5:2' } },
  high: { props: { slides: [members, beef], ratio: '4:3', shape: 'full', autoplay: false } },
  picturesOnly: {
    props: { slides: [{ picture: mockPictures.members }, { picture: mockPictures.lunch }], ratio: '1:1' },
  },
  long: {
    props: {
      slides: [
        {
          picture: mockPictures.beef,
          title: text('Mid-autumn family table for eight', '中秋团圆八人家宴预订开始'),
          subtitle: text('Six cold dishes, eight hot ones, noodles to end', '六冷八热一主食，附赠手工月饼一盒'),
        },
      ],
    },
  },
  empty: { env: { mode: 'canvas' } },
} satisfies BlockStates
