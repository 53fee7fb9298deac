import { defineBlock, type PropsOfBlock } from '../kit/define-block.ts'

/** What a town, a campus or an estate offers, in groups: numbers to ring and pages to open, found by typing. */
export const cityServices = defineBlock({
  type: 'city-services',
  label: { en: 'City services', 'zh-CN': '便民服务' },
  description: {
    en: 'Numbers and addresses of a place, in groups, with search',
    'zh-CN': '分组列出便民电话与办事入口，可搜索',
  },
  group: 'tell',
  icon: 'grid',
  version: 1,
  fields: {
    title: {
      kind: 'text',
      label: { en: 'Title', 'zh-CN': '标题' },
      default: '',
      maxLength: 40,
      onCanvas: true,
      translatable: true,
    },
    entries: {
      kind: 'list',
      label: { en: 'Services', 'zh-CN': '服务' },
      itemLabel: { en: 'Service', 'zh-CN': '服务' },
      maxItems: 80,
      default: [],
      item: {
        kind: {
          kind: 'choice',
          label: { en: 'This is', 'zh-CN': '类型' },
          default: 'service',
          options: [
            { value: 'service', label: { en: 'A service', 'zh-CN': '服务' } },
            { value: 'group', label: { en: 'A heading', 'zh-CN': '分组标题' } },
          ],
        },
        name: {
          kind: 'text',
          label: { en: 'Name', 'zh-CN': '名称' },
          default: '',
          maxLength: 40,
          translatable: true,
        },
        note: {
          kind: 'text',
          label: { en: 'Smaller words', 'zh-CN': '小字' },
          help: { en: 'What for, and when', 'zh-CN': '例如办什么、何时开放' },
          default: '',
          maxLength: 100,
          translatable: true,
          when: { field: 'kind', is: ['service'] },
        },
        icon: {
          kind: 'icon',
          label: { en: 'Icon', 'zh-CN': '图标' },
          default: 'info',
          when: { field: 'kind', is: ['service'] },
        },
        phone: {
          kind: 'text',
          label: { en: 'Phone', 'zh-CN': '电话' },
          default: '',
          maxLength: 32,
          when: { field: 'kind', is: ['service'] },
        },
        link: {
          kind: 'link',
          label: { en: 'Leads to', 'zh-CN': '点击跳转' },
          default: null,
          when: { field: 'kind', is: ['service'] },
        },
      },
    },
    hasSearch: {
      kind: 'switch',
      label: { en: 'Search', 'zh-CN': '显示搜索框' },
      default: true,
      group: 'layout',
    },
  },
  starter: {
    title: { $text: { en: 'Useful numbers', 'zh-CN': '便民服务' } },
    entries: [
      heading('Every day', '日常'),
      service('Water', '自来水报修', 'Repairs, day and night', '24 小时抢修', 'drop', '96123'),
      service('Electricity', '电力服务', 'Faults and bills', '故障报修、电费查询', 'bolt', '95598'),
      heading('In need', '应急'),
      service('Ambulance', '急救', 'Day and night', '24 小时', 'health', '120'),
    ],
  },
  slots: {},
  shopData: [],
  visitorData: [],
  interactive: true,
  upgrades: {},
})

export type CityServicesProps = PropsOfBlock<typeof cityServices>

function heading(en: string, zh: string) {
  return { kind: 'group', name: { $text: { en, 'zh-CN': zh } }, note: '', icon: 'info', phone: '', link: null }
}

function service(en: string, zh: string, note: string, noteZh: string, icon: string, phone: string) {
  return {
    kind: 'service',
    name: { $text: { en, 'zh-CN': zh } },
    note: { $text: { en: note, 'zh-CN': noteZh } },
    icon,
    phone,
    link: null,
  }
}
