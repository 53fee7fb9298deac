import type { Slot } from '#model/shop/bookings.ts'
import type { Words } from '../kit/words.ts'

export interface BookingWords {
  readonly titleHint: string
  readonly service: string
  readonly minutes: (count: number) => string
  readonly party: string
  readonly guests: (count: number) => string
  readonly day: string
  readonly closed: string
  readonly time: string
  readonly parts: { readonly [P in Slot['partOfDay']]: string }
  readonly taken: (time: string) => string
  readonly noneLeft: string
  readonly nextDay: string
  readonly noServices: string
  readonly holding: string
  readonly heldFor: (time: string) => string
  readonly runOut: string
  readonly holdAgain: string
  readonly alternatives: string
  readonly noAlternatives: string
  readonly otherTime: string
  readonly note: string
  readonly noteHint: string
  readonly confirm: string
  readonly confirming: string
  readonly details: string
  readonly booked: string
  readonly code: string
  readonly codeHint: string
  readonly calendar: string
  readonly finish: string
  readonly close: string
  readonly own: string
  readonly table: (labels: string) => string
  readonly cancel: string
  readonly change: string
  readonly move: string
  readonly now: string
  readonly moveWhen: string
  readonly moveTo: (moment: string) => string
  readonly moving: string
  readonly moved: (moment: string) => string
  readonly reallyCancel: string
  readonly keep: string
  readonly retry: string
}

const en: BookingWords = {
  titleHint: 'Title',
  service: 'What would you like to book?',
  minutes: (count) => `${count} min`,
  party: 'How many are you?',
  guests: (count) => (count === 1 ? '1 guest' : `${count} guests`),
  day: 'Which day?',
  closed: 'Closed',
  time: 'What time?',
  parts: { morning: 'Morning', afternoon: 'Afternoon', evening: 'Evening' },
  taken: (time) => `${time}, taken`,
  noneLeft: 'Nothing is free on this day.',
  nextDay: 'See the next day',
  noServices: 'There is nothing to book here yet.',
  holding: 'Keeping this time for you…',
  heldFor: (time) => `Kept for you for ${time}`,
  runOut: 'We could not keep this time for you any longer.',
  holdAgain: 'Keep it again',
  alternatives: 'These are still free:',
  noAlternatives: 'Nothing else is free on this day.',
  otherTime: 'Choose another time',
  note: 'Note (optional)',
  noteHint: 'e.g. a high chair, a quiet corner',
  confirm: 'Confirm booking',
  confirming: 'Confirming…',
  details: 'Your booking',
  booked: 'See you then!',
  code: 'Booking code',
  codeHint: 'Please say this code at the door.',
  calendar: 'Add to calendar',
  finish: 'Done',
  close: 'Close',
  own: 'Your bookings',
  table: (labels) => `Table ${labels}`,
  cancel: 'Cancel',
  change: 'Change time',
  move: 'Another time',
  now: 'Now booked for',
  moveWhen: 'Choose a time',
  moveTo: (moment) => `Move to ${moment}`,
  moving: 'Moving…',
  moved: (moment) => `Your booking is now for ${moment}.`,
  reallyCancel: 'Cancel this booking',
  keep: 'Keep it',
  retry: 'Try again',
}

const zh: BookingWords = {
  titleHint: '标题',
  service: '预订项目',
  minutes: (count) => `${count} 分钟`,
  party: '用餐人数',
  guests: (count) => `${count} 位`,
  day: '选择日期',
  closed: '休息',
  time: '选择时间',
  parts: { morning: '上午', afternoon: '下午', evening: '晚上' },
  taken: (time) => `${time}，已订满`,
  noneLeft: '这一天已经订满了。',
  nextDay: '看看后一天',
  noServices: '暂时没有可预订的项目。',
  holding: '正在为您保留…',
  heldFor: (time) => `已为您保留，剩余 ${time}`,
  runOut: '保留时间已到，这个时段没能继续为您保留。',
  holdAgain: '重新保留',
  alternatives: '这些时间还有空位：',
  noAlternatives: '这一天没有其他空位了。',
  otherTime: '换个时间',
  note: '备注（选填）',
  noteHint: '如：需要儿童椅、安静的位置',
  confirm: '确认预订',
  confirming: '确认中…',
  details: '预订信息',
  booked: '预订成功',
  code: '预订码',
  codeHint: '到店时报上预订码即可。',
  calendar: '加入日历',
  finish: '完成',
  close: '关闭',
  own: '我的预订',
  table: (labels) => (/[桌号台]/.test(labels) ? labels : `${labels} 号桌`),
  cancel: '取消',
  change: '改时间',
  move: '更改时间',
  now: '当前预订',
  moveWhen: '请选择时间',
  moveTo: (moment) => `改到 ${moment}`,
  moving: '正在更改…',
  moved: (moment) => `预订已改到 ${moment}。`,
  reallyCancel: '确认取消预订',
  keep: '先留着',
  retry: '再试一次',
}

export const bookingWords: Words<BookingWords> = { en, 'zh-CN': zh }
