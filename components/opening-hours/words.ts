import type { Words } from '../kit/words.ts'

interface OpeningHoursWords {
  readonly title: string
  readonly open: string
  readonly closed: string
  readonly until: (when: string) => string
  readonly opens: (when: string) => string
  readonly closesIn: (minutes: number) => string
  readonly today: string
  readonly closedDay: string
  readonly differs: string
  readonly none: string
}

export const openingHoursWords: Words<OpeningHoursWords> = {
  en: {
    title: 'Opening hours',
    open: 'Open now',
    closed: 'Closed now',
    until: (when) => `until ${when}`,
    opens: (when) => `opens ${when}`,
    closesIn: (minutes) => `closes in ${minutes} min`,
    today: 'Today',
    closedDay: 'Closed',
    differs: 'Different on these days',
    none: 'Opening hours will follow soon.',
  },
  'zh-CN': {
    title: '营业时间',
    open: '营业中',
    closed: '休息中',
    until: (when) => `至 ${when}`,
    opens: (when) => `${when} 开门`,
    closesIn: (minutes) => `${minutes} 分钟后打烊`,
    today: '今天',
    closedDay: '休息',
    differs: '以下日期时间有变',
    none: '营业时间即将公布。',
  },
}
