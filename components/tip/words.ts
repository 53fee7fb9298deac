import type { Words } from '../kit/words.ts'

const en = {
  titleHint: 'Ask for a tip',
  lineHint: 'A sentence about it',
  forOrder: (number: number | null, total: string) =>
    number === null ? `For your order of ${total}` : `For order ${number}, ${total}`,
  choose: 'How much?',
  other: 'Another amount',
  amount: 'Amount',
  atMost: (amount: string) => `Up to ${amount}`,
  unreadable: 'Write an amount, such as 5',
  tooHigh: (amount: string) => `That is more than ${amount}, the most there is`,
  give: (amount: string) => `Give ${amount}`,
  givePlain: 'Give a tip',
  working: 'To the cashier…',
  retry: 'Try again',
  thanks: 'Thank you!',
  given: (amount: string) => `Your tip of ${amount} has arrived with the team.`,
  noOrder: 'Here you can leave a tip once you have ordered.',
  noOffers: 'Add a share or an amount in the panel',
}

export const tipWords: Words<typeof en> = {
  en,
  'zh-CN': {
    titleHint: '请顾客打赏',
    lineHint: '写一句话',
    forOrder: (number, total) => (number === null ? `为您 ${total} 的订单打赏` : `为 ${number} 号订单（${total}）打赏`),
    choose: '打赏多少？',
    other: '其他金额',
    amount: '金额',
    atMost: (amount) => `最多 ${amount}`,
    unreadable: '请填写金额，例如 5',
    tooHigh: (amount) => `超过了上限 ${amount}`,
    give: (amount) => `打赏 ${amount}`,
    givePlain: '打赏',
    working: '正在前往收银台…',
    retry: '再试一次',
    thanks: '谢谢您！',
    given: (amount) => `您打赏的 ${amount} 已送达店员。`,
    noOrder: '下单之后，可以在这里打赏店员。',
    noOffers: '请在属性里添加比例或金额',
  },
}
