import type { BlockEnv } from '../kit/view.ts'
import { wordsFor, type Words } from '../kit/words.ts'

const en = {
  titleHint: 'Title of the check-in',
  press: (points: number) => `Check in: +${points} points`,
  pressing: 'One moment…',
  done: 'Checked in for today',
  again: (time: string) => `Come back after ${time}.`,
  streak: (days: number) => (days === 1 ? 'One day so far' : `${days} days in a row`),
  start: 'Come by every day for points',
  prize: (days: number, points: number) =>
    days === 1 ? `${points} extra points with the next day` : `${days} more days in a row for ${points} extra points`,
  day: (day: number, points: number, isDone: boolean) => `Day ${day}: ${points} points${isDone ? ', done' : ''}`,
  days: 'Days in a row',
  join: 'Become a member, and collect points every day.',
  off: 'There is no check-in at the moment.',
  offCanvas: 'Begin the daily check-in at the counter, under Settings: it appears here.',
}

const words: Words<typeof en> = {
  en,
  'zh-CN': {
    titleHint: '签到标题',
    press: (points) => `签到领 ${points} 积分`,
    pressing: '签到中…',
    done: '今天已签到',
    again: (time) => `${time} 后可以再来。`,
    streak: (days) => `已连续签到 ${days} 天`,
    start: '每天签到领积分',
    prize: (days, points) => `再连续 ${days} 天，额外送 ${points} 积分`,
    day: (day, points, isDone) => `第 ${day} 天：${points} 积分${isDone ? '，已签到' : ''}`,
    days: '连续签到',
    join: '加入会员，每天签到领积分。',
    off: '目前没有签到活动。',
    offCanvas: '去后台“设置”里开启每日签到，它会出现在这里。',
  },
}

export type CheckInWords = typeof en

export function checkInWords(env: BlockEnv): CheckInWords {
  return wordsFor(env.language, words)
}
