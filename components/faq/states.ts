import { type BlockStates, text } from '../kit/stories/block-state.ts'

const items = [
  {
    question: text('Can I change my order?', '下单后还能改吗？'),
    answer: text(
      'Until we start preparing it. Give us a call or tell the person at the counter.',
      '我们开始制作之前都可以，打个电话或者跟店员说一声就行。',
    ),
  },
  {
    question: text('Is there anything without meat?', '有素食吗？'),
    answer: text(
      'Yes: dishes with a leaf. The broth of the tomato noodles is vegetable too.\nTell us about allergies, please.',
      '有，菜单上带叶子标记的都是，番茄面的汤底也是素的。\n如有过敏请提前告诉我们。',
    ),
  },
  {
    question: text('Can I bring my dog?', '可以带狗吗？'),
    answer: text('To the tables outside, gladly. There is a bowl of water.', '室外座位欢迎，我们备有水碗。'),
  },
]

export const states = {
  default: { props: { title: text('Asked often', '常见问题'), items } },
  oneAtATime: { props: { items, oneAtATime: true, look: 'cards' } },
  closed: { props: { items, firstOpen: false, look: 'line' } },
  long: {
    props: {
      items: [
        {
          question: text(
            'What happens with my points when I have not been there for more than a year?',
            '如果我超过一年没有到店消费，之前积累的会员积分会怎么处理？',
          ),
          answer: text(
            'They stay for 24 months after your last visit. We write to you a month before they end, so that you can still use them; a coffee is enough to keep them for another two years.',
            '积分自最近一次消费起保留 24 个月。到期前一个月我们会提醒您使用；只要来喝一杯咖啡，积分就再保留两年。',
          ),
        },
        ...items.slice(1),
      ],
    },
  },
  empty: { env: { mode: 'canvas' } },
} satisfies BlockStates
