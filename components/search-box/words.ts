import type { Words } from '../kit/words.ts'

const en = {
  hint: 'What are you looking for?',
  search: 'Search',
  clear: 'Clear search',
  dishes: 'Dishes',
  services: 'Services',
  pages: 'Pages',
  suggestions: 'Often looked for',
  nothing: (query: string) => `Nothing here matches “${query}”. Try fewer words.`,
  found: (count: number) => (count === 1 ? '1 result' : `${count} results`),
}

export const searchWords: Words<typeof en> = {
  en,
  'zh-CN': {
    hint: '想找点什么？',
    search: '搜索',
    clear: '清除搜索',
    dishes: '菜品',
    services: '服务',
    pages: '页面',
    suggestions: '大家都在搜',
    nothing: (query) => `没有找到“${query}”，换个词试试。`,
    found: (count) => `找到 ${count} 条`,
  },
}
