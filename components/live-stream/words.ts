import type { Words } from '../kit/words.ts'

interface LiveStreamWords {
  readonly title: string
  readonly host: string
  readonly cover: string
  readonly noMoment: string
  readonly coming: string
  readonly soon: string
  readonly live: string
  readonly over: string
  readonly remind: string
  readonly reminded: string
  readonly watch: string
  readonly enter: string
  readonly replay: string
  readonly thanks: string
  readonly begins: (when: string) => string
  readonly onSince: (when: string) => string
}

export const liveStreamWords: Words<LiveStreamWords> = {
  en: {
    title: 'What will you show?',
    host: 'Who and where (optional)',
    cover: 'Choose a picture',
    noMoment: 'Pick a moment in the panel',
    coming: 'Live stream',
    soon: 'Begins soon',
    live: 'Live now',
    over: 'Ended',
    remind: 'Remind me',
    reminded: 'Open the file to put it into your calendar',
    watch: 'Watch now',
    enter: 'Go there',
    replay: 'Watch the recording',
    thanks: 'It is over. Thank you for watching!',
    begins: (when) => `Begins ${when}`,
    onSince: (when) => `On since ${when}`,
  },
  'zh-CN': {
    title: '直播什么内容？',
    host: '主播与平台（可不填）',
    cover: '请选择封面',
    noMoment: '请在属性里选择开播时间',
    coming: '直播预告',
    soon: '即将开播',
    live: '直播中',
    over: '已结束',
    remind: '提醒我',
    reminded: '打开文件即可加入日历',
    watch: '进入直播间',
    enter: '先去直播间',
    replay: '看回放',
    thanks: '直播已结束，感谢观看！',
    begins: (when) => `${when} 开播`,
    onSince: (when) => `${when} 已开播`,
  },
}
