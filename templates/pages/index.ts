import { say, type PageTemplate } from './page-template.ts'
import { shopPages } from './shop-pages.ts'
import { tellingPages } from './telling-pages.ts'

export type { PageTemplate } from './page-template.ts'

const emptyPage: PageTemplate = {
  id: 'empty',
  title: say('New page', '新页面'),
  description: say('Begin with nothing', '从空白开始'),
  slug: 'page',
  icon: 'star',
  nodes: [],
}

/** Every page to begin with, in the order they are offered. */
export const pageTemplates: readonly PageTemplate[] = [emptyPage, ...shopPages, ...tellingPages]
