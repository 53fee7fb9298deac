import type { SpecValue } from '#model/program-spec.ts'
import { type BlockStates, text } from '../kit/stories/block-state.ts'
import { mockPictures } from '../kit/stories/mock-pictures.ts'

const history: readonly SpecValue[] = [
  {
    when: text('1998', '1998 年'),
    title: text('Four stools and one dish', '四张凳子，一道面'),
    text: text('Grandmother opens in a lane of Xuhui.', '外婆在徐汇的弄堂里开张。'),
  },
  {
    when: text('2009', '2009 年'),
    title: text('A roof of our own', '有了自己的店面'),
    picture: mockPictures.story,
  },
  {
    when: text('Today', '今天'),
    title: text('Third generation at the rolling pin', '第三代拿起了擀面杖'),
    text: text('Same broth, six hours, every morning.', '同一锅汤，每天清晨慢炖六小时。'),
    isNow: true,
  },
]
const steps: readonly SpecValue[] = [
  {
    title: text('Choose a time', '选择时间'),
    text: text('Online in a minute, or by phone.', '线上一分钟，也可以打电话。'),
  },
  { title: text('Come by', '准时到店'), isNow: true },
  { title: text('Pay when you are happy', '满意后付款') },
]
const title = text('Where we come from', '我们的来路')

export const states = {
  default: { props: { title, items: history } },
  numbers: {
    props: {
      title: text('How it works', '服务流程'),
      marks: 'numbers',
      items: steps,
    },
  },
  long: {
    props: {
      items: [
        {
          when: text('Saturday, 18:30 to 20:00', '周六 18:30 至 20:00'),
          title: text('Doors open, welcome drink and a first look at the kitchen', '开门迎宾，欢迎饮品与后厨参观'),
          text: text(
            'Please show the code from your booking at the door. Coats can stay in the back room; there is a lift for prams and wheelchairs.',
            '请在门口出示预约码。外套可寄存在里间，婴儿车和轮椅可乘电梯。',
          ),
        },
        ...history.slice(0, 1),
      ],
    },
  },
  empty: { props: { title }, env: { mode: 'canvas' } },
} satisfies BlockStates
