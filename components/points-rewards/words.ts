import type { BlockEnv } from '../kit/view.ts'
import { wordsFor, type Words } from '../kit/words.ts'

const en = {
  titleHint: 'Title of the points',
  points: 'points',
  toNext: (missing: number, reward: string) => `${missing} more for: ${reward}`,
  allInReach: 'Every reward is yours to choose.',
  progress: 'Way to the next reward',
  ending: (points: number, day: string) => `${points} points end on ${day}`,
  goodFor: (months: number) =>
    months === 1 ? 'Points are good for a month.' : `Points are good for ${months} months.`,
  join: 'Collect points with every order, and exchange them for these.',
  empty: 'There are no rewards at the moment. Your points stay.',
  emptyCanvas: 'Make a reward at the counter, under Coupons: one that is had “for points” appears here.',
  rewards: 'Rewards',
  price: (points: number) => `${points} points`,
  missing: (points: number) => `${points} more`,
  gone: 'All gone',
  soon: 'Soon',
  redeem: (points: number) => `Exchange ${points} points`,
  redeeming: 'One moment…',
  left: (points: number) => `You have ${points} points left then.`,
  done: 'It is yours.',
  doneText: 'Order as usual: the total at checkout has it taken off.',
  close: 'Close',
  fine: 'Fine',
}

const words: Words<typeof en> = {
  en,
  'zh-CN': {
    titleHint: '积分标题',
    points: '积分',
    toNext: (missing, reward) => `再积 ${missing} 分可换${reward}`,
    allInReach: '所有好礼都可以兑换啦。',
    progress: '距离下一个好礼',
    ending: (points, day) => `${points} 积分将于${day}到期`,
    goodFor: (months) => `积分有效期 ${months} 个月。`,
    join: '每次消费都积分，积分换好礼。',
    empty: '暂时没有可兑换的好礼，积分会一直保留。',
    emptyCanvas: '去后台的“优惠券”里创建一张“积分兑换”的券，它会出现在这里。',
    rewards: '好礼',
    price: (points) => `${points} 积分`,
    missing: (points) => `还差 ${points}`,
    gone: '已兑完',
    soon: '即将开始',
    redeem: (points) => `用 ${points} 积分兑换`,
    redeeming: '兑换中…',
    left: (points) => `兑换后剩余 ${points} 积分。`,
    done: '兑换成功',
    doneText: '照常下单，结算时自动抵扣。',
    close: '关闭',
    fine: '好的',
  },
}

export type RewardWords = typeof en

export function rewardWords(env: BlockEnv): RewardWords {
  return wordsFor(env.language, words)
}
