import type { NodeSpec } from '#model/program-spec.ts'
import { type BlockStates, text } from '../kit/stories/block-state.ts'
import { mockPictures } from '../kit/stories/mock-pictures.ts'

const lunch = {
  title: text('Set lunch for two', '双人午市套餐'),
  text: text(
    'Two mains, one side to share, two drinks. Monday to Friday until two.',
    '两份主食、一份小食、两杯饮品，周一至周五下午两点前供应。',
  ),
}
const toMenu = { kind: 'page', pageId: 'menu' }
const hours: readonly NodeSpec[] = [{ type: 'opening-hours', props: { show: 'today' } }]

export const states = {
  default: { props: { ...lunch, picture: mockPictures.lunch, badge: text('New', '新品'), link: toMenu } },
  content: {
    props: { title: text('Find us today', '今天来店里'), look: 'outlined' },
    slots: {
      content: [
        ...hours,
        { type: 'notice-bar', props: { text: text('Free soy milk before 11', '11 点前送豆浆'), tone: 'offer' } },
      ],
    },
  },
  side: {
    props: { ...lunch, picture: mockPictures.bowl, place: 'side', badge: text('−20 %', '八折'), link: toMenu },
  },
  ownGround: {
    props: { ...lunch, picture: mockPictures.beef, background: '#1e3a34', link: toMenu },
    slots: { content: hours },
  },
  wordsOnly: { props: { ...lunch, badge: text('Weekdays', '工作日'), background: 'theme:accent' } },
  pictureOnly: { props: { picture: mockPictures.story, ratio: '4:3', link: toMenu } },
  long: {
    props: {
      picture: mockPictures.oil,
      place: 'side',
      title: text(
        'Mid-autumn family table for eight guests, with mooncakes',
        '中秋团圆八人家宴预订现已开始，附赠手工月饼',
      ),
      text: text(
        'Six cold dishes, eight hot ones and noodles to end. Please book three days ahead.',
        '六冷八热一主食，请提前三天预订，包间数量有限。',
      ),
      link: toMenu,
    },
  },
  empty: {},
} satisfies BlockStates
