import { defineBlock } from '../kit/define-block.ts'

/** How far a parcel or a repair is, for whoever types its code. */
export const jobProgress = defineBlock({
  type: 'job-progress',
  label: { en: 'Parcel or repair progress', 'zh-CN': '进度查询' },
  description: {
    en: 'Customers type the code on their slip and see how far it is',
    'zh-CN': '顾客输入单据上的查询码，查看维修或包裹进度',
  },
  group: 'book',
  icon: 'parcel',
  version: 1,
  needs: ['shop.progress', 'storage'],
  fields: {
    title: {
      kind: 'text',
      label: { en: 'Title', 'zh-CN': '标题' },
      default: '',
      maxLength: 40,
      onCanvas: true,
      translatable: true,
    },
    hint: {
      kind: 'text',
      label: { en: 'Where the code is', 'zh-CN': '查询码在哪里' },
      default: '',
      maxLength: 120,
      onCanvas: true,
      translatable: true,
    },
  },
  starter: {
    title: { $text: { en: 'How far is it?', 'zh-CN': '进度查询' } },
    hint: { $text: { en: 'The code is on the slip you got from us.', 'zh-CN': '查询码印在取件单上。' } },
  },
  slots: {},
  shopData: ['shop'],
  visitorData: [],
  interactive: true,
  upgrades: {},
})
