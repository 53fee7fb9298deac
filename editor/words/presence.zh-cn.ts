import type { Words } from './en.ts'

export const presence: Words['presence'] = {
  follow: (name) => `跟随${name}`,
  stopFollowing: (name) => `不再跟随${name}`,
  following: (name) => `正在跟随${name}的画面`,
  stop: '停止',
  alsoHere: (names) => `还有：${names.join('、')}`,
  away: (name) => `${name}，暂时离开`,
  typing: (name, field) => `${name} · ${field}`,
  blockTaken: '有人删除了你正在编辑的组件。',
  containerTaken: '有人删除了你正在编辑的组件所在的容器。',
  pageTaken: '有人删除了你正在看的页面。',
  bringBack: '恢复',
  hasLeft: (name) => `${name}已离开`,
}
