import type { menuRules as en } from './menu-rules.en.ts'

export const menuRules: typeof en = {
  served: (name) => `${name}的供应时段`,
  servedNow: (name, when) => `${name}的供应时段：${when}`,
  always: '全天供应',
  atTimes: '分时段供应',
  when: '供应时段',
  alwaysNote: '营业时间内都供应。',
  atTimesNote: '其他时间顾客会看到何时供应，但不能下单。',
  none: '没有任何一天供应，顾客无法下单。',
  save: '保存',
  cancel: '取消',
  saved: (name) => `已保存${name}的供应时段`,
  everyDay: '每天',
  prices: (name) => `${name}的价格`,
  pricesNote: '留空则按平时的价格。',
  channels: { dine_in: '堂食', pickup: '自取', delivery: '外送' },
  pricesSaved: (name) => `已保存${name}的价格`,
}
