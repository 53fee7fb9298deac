import type { ProgramTemplate } from '../template.ts'
import { pages } from './pages.ts'
import { pictures } from './pictures.ts'
import { shop } from './shop.ts'

/** A neighbourhood noodle shop: order at the table or for pickup, book a table, collect points. */
export const noodleShop: ProgramTemplate = {
  id: 'noodle-shop',
  name: { en: 'Noodle shop', 'zh-CN': '面馆' },
  description: {
    en: 'A menu of 22 dishes with choices, orders to the table and for pickup, table booking and a membership card.',
    'zh-CN': '22 道菜品与加料选项、堂食与自取点单、在线订座和会员卡。',
  },
  picture: 'cover.webp',
  program: pages,
  shop,
  pictures,
}
