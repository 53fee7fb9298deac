import type { TimeLeft } from '../kit/time-left.ts'
import type { Words } from '../kit/words.ts'

const en = {
  titleHint: 'Title of the sale',
  none: 'No flash sale just now. Look in again soon.',
  noneCanvas: 'No flash sale runs or comes within a week. Make one at the counter, under Flash sales.',
  ends: 'Ends in',
  begins: 'Begins in',
  days: (days: number) => (days === 1 ? '1 day' : `${days} days`),
  left: ({ days, hours, minutes }: TimeLeft) => `${days} days, ${hours} hours and ${minutes} minutes left`,
  perPerson: (count: number) => `${count} per person`,
  sold: (percent: number) => `${percent}% sold`,
  onlyLeft: (count: number) => `${count} left`,
  gone: 'All sold',
  buy: (name: string) => `Choose ${name}`,
  choose: 'Choose',
}

export const saleWords: Words<typeof en> = {
  en,
  'zh-CN': {
    titleHint: '秒杀标题',
    none: '现在没有秒杀，过会儿再来看看。',
    noneCanvas: '一周内没有秒杀活动。请到店铺后台的“限时秒杀”里新建。',
    ends: '距结束',
    begins: '距开始',
    days: (days) => `${days} 天`,
    left: ({ days, hours, minutes }) => `还剩 ${days} 天 ${hours} 小时 ${minutes} 分钟`,
    perPerson: (count) => `每人限 ${count} 份`,
    sold: (percent) => `已抢 ${percent}%`,
    onlyLeft: (count) => `仅剩 ${count} 份`,
    gone: '已抢光',
    buy: (name) => `去抢${name}`,
    choose: '去抢',
  },
}
