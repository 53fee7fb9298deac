import type { SpecValue } from '#model/program-spec.ts'
import { type BlockStates, text } from '../kit/stories/block-state.ts'

const none = { kind: 'service', note: '', icon: 'info', phone: '', link: null }
const group = (en: string, zh: string) => ({ ...none, kind: 'group', name: text(en, zh) })

const title = text('Services in Xuhui', '徐汇便民服务')
const entries: readonly SpecValue[] = [
  group('At home', '居家'),
  {
    ...none,
    name: text('Water', '自来水'),
    note: text('Repairs day and night', '24 小时抢修'),
    icon: 'drop',
    phone: '021-962626',
  },
  {
    ...none,
    name: text('Electricity', '电力'),
    note: text('Faults, and bills online', '故障报修，网上缴费'),
    icon: 'bolt',
    phone: '95598',
    link: { kind: 'web', url: 'https://power.example/bills' },
  },
  { ...none, name: text('Repair of bicycles and locks', '修车开锁'), icon: 'wrench', phone: '138 0013 8000' },
  group('On the way', '出行'),
  {
    ...none,
    name: text('Bus timetables', '公交时刻'),
    note: text('Lines 15, 42 and 920', '15、42、920 路'),
    icon: 'bus',
    link: { kind: 'page', pageId: 'bus' },
  },
  group('Help', '求助'),
  { ...none, name: text('Ambulance', '急救'), icon: 'health', phone: '120' },
  {
    ...none,
    name: text('Town hall', '街道办事处'),
    note: text('Monday to Friday, 9 to 5', '周一至周五 9:00–17:00'),
    icon: 'shield',
    phone: '021-6437 0000',
    link: { kind: 'map' },
  },
]

/** The first one is the block at its best. */
export const states = {
  default: { props: { title, entries } },
  searching: { props: { title, entries } },
  nothingFound: { props: { title, entries } },
  plain: { props: { entries: entries.slice(1, 3), hasSearch: false } },
  unfinished: { props: { title, entries: [{ ...none, name: '' }] }, env: { mode: 'canvas' } },
} satisfies BlockStates
