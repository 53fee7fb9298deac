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
  readonly withWhom: string
  readonly anyone: string
  readonly people: string
  readonly seatsLeft: (count: number) => string
  readonly perNight: (price: string) => string
  readonly each: (price: string) => string
  readonly arrive: string
  readonly full: string
  readonly howManyNights: string
  readonly nights: (count: number) => string
  readonly noRooms: string
  readonly from: (moment: string) => string
  readonly until: (moment: string) => string
  readonly bookNights: (count: number, price: string) => string
  readonly depositNow: (amount: string) => string
  readonly freeUntil: (moment: string) => string
  readonly lateBack: (percent: number, later: boolean) => string
  readonly shopAnswers: string
  readonly confirmAndPay: (amount: string) => string
  readonly ask: string
  readonly almost: string
  readonly asked: string
  readonly payUntil: (moment: string) => string
  readonly answerUntil: (moment: string) => string
  readonly pay: (amount: string) => string
  readonly comesBack: (amount: string) => string
  readonly declined: string
  readonly ranOut: string
  readonly paidBack: string
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
  withWhom: 'With whom?',
  anyone: 'Anyone',
  people: 'How many people?',
  seatsLeft: (count) => (count === 1 ? '1 seat' : `${count} seats`),
  perNight: (price) => `${price} a night`,
  each: (price) => `${price} each`,
  arrive: 'When do you arrive?',
  full: 'Full',
  howManyNights: 'How many nights?',
  nights: (count) => (count === 1 ? '1 night' : `${count} nights`),
  noRooms: 'No room is free in the next weeks.',
  from: (moment) => `From ${moment}`,
  until: (moment) => `Until ${moment}`,
  bookNights: (count, price) => `Book ${count === 1 ? '1 night' : `${count} nights`}${price && ` · ${price}`}`,
  depositNow: (amount) => `A deposit of ${amount} is paid now.`,
  freeUntil: (moment) => `Free to cancel until ${moment}. `,
  lateBack: (percent, later) =>
    `${later ? 'After that' : 'If you cancel'}, ${percent === 0 ? 'the deposit is kept' : `${percent} % of the deposit comes back`}.`,
  shopAnswers: 'The shop answers within a day. You will find the answer here.',
  confirmAndPay: (amount) => `Book and pay ${amount}`,
  ask: 'Ask for this time',
  almost: 'One step left',
  asked: 'Your request is sent',
  payUntil: (moment) => `Pay the deposit by ${moment}, and it is yours.`,
  answerUntil: (moment) => `The shop answers by ${moment}. Until then it is kept for you.`,
  pay: (amount) => `Pay ${amount}`,
  comesBack: (amount) => `${amount} of your deposit comes back.`,
  declined: 'The shop could not take this booking.',
  ranOut: 'This booking ran out of time and is not kept.',
  paidBack: 'Your deposit comes back.',
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
  withWhom: '选择服务人员',
  anyone: '不限',
  people: '人数',
  seatsLeft: (count) => `余 ${count} 位`,
  perNight: (price) => `${price} / 晚`,
  each: (price) => `${price} / 人`,
  arrive: '选择入住日期',
  full: '满房',
  howManyNights: '住几晚',
  nights: (count) => `${count} 晚`,
  noRooms: '近期已满房。',
  from: (moment) => `入住 ${moment}`,
  until: (moment) => `离店 ${moment}`,
  bookNights: (count, price) => `预订 ${count} 晚${price && ` · ${price}`}`,
  depositNow: (amount) => `需先支付订金 ${amount}。`,
  freeUntil: (moment) => `${moment} 前可免费取消。`,
  lateBack: (percent, later) =>
    `${later ? '之后取消' : '现在预订后取消'}，${percent === 0 ? '订金不退' : `退还订金的 ${percent}%`}。`,
  shopAnswers: '店家会在一天内答复，结果显示在本页。',
  confirmAndPay: (amount) => `预订并支付 ${amount}`,
  ask: '提交预约申请',
  almost: '还差一步',
  asked: '申请已提交',
  payUntil: (moment) => `请在 ${moment} 前支付订金，即可为您保留。`,
  answerUntil: (moment) => `店家会在 ${moment} 前答复，在此之前为您保留。`,
  pay: (amount) => `支付 ${amount}`,
  comesBack: (amount) => `将退还订金 ${amount}。`,
  declined: '抱歉，店家无法接受这次预约。',
  ranOut: '这次预订已超时，未能保留。',
  paidBack: '订金会原路退回。',
}

export const bookingWords: Words<BookingWords> = { en, 'zh-CN': zh }
