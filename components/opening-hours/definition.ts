import { defineBlock, type PropsOfBlock } from '../kit/define-block.ts'

/** Whether the shop is open just now, and its week. Hours come from the shop, not from the document. */
export const openingHours = defineBlock({
  type: 'opening-hours',
  label: { en: 'Opening hours', 'zh-CN': '营业时间' },
  description: { en: 'Open or closed right now, and the week', 'zh-CN': '显示是否营业中，以及一周的营业时间' },
  group: 'tell',
  icon: 'clock',
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
    show: {
      kind: 'choice',
      label: { en: 'Show', 'zh-CN': '显示' },
      default: 'week',
      group: 'layout',
      options: [
        { value: 'week', label: { en: 'The whole week', 'zh-CN': '整周' } },
        { value: 'today', label: { en: 'Today only', 'zh-CN': '仅今天' } },
      ],
    },
    showExceptions: {
      kind: 'switch',
      label: { en: 'Holidays in the next two weeks', 'zh-CN': '显示未来两周的特殊日期' },
      default: true,
      group: 'layout',
    },
  },
  slots: {},
  shopData: ['shop'],
  visitorData: [],
  // A page left open, or kept by a cache, must not go on saying "open" after closing time.
  interactive: true,
  upgrades: {},
})

export type OpeningHoursProps = PropsOfBlock<typeof openingHours>
