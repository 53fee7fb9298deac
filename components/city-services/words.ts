import type { Words } from '../kit/words.ts'

interface CityServicesWords {
  readonly title: string
  readonly empty: string
  readonly name: string
  readonly group: string
  readonly search: string
  readonly clear: string
  readonly none: (query: string) => string
  readonly call: (name: string) => string
}

export const cityServicesWords: Words<CityServicesWords> = {
  en: {
    title: 'Title (optional)',
    empty: 'Add services in the panel',
    name: 'Name of the service',
    group: 'Heading',
    search: 'Search services',
    clear: 'Show all',
    none: (query) => `Nothing here is called “${query}”.`,
    call: (name) => `Call ${name}`,
  },
  'zh-CN': {
    title: '标题（可不填）',
    empty: '在属性里添加服务',
    name: '服务名称',
    group: '分组标题',
    search: '搜索服务',
    clear: '显示全部',
    none: (query) => `没有找到“${query}”。`,
    call: (name) => `拨打${name}`,
  },
}
