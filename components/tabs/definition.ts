import { defineBlock, type PropsOfBlock } from '../kit/define-block.ts'

const label = (n: number, countFrom: readonly string[]) =>
  ({
    kind: 'text',
    label: { en: `Tab ${n}`, 'zh-CN': `标签 ${n}` },
    default: '',
    maxLength: 16,
    onCanvas: true,
    translatable: true,
    ...(countFrom.length > 0 && { when: { field: 'count', is: countFrom } }),
  }) as const

const slot = (n: number) =>
  ({ label: { en: `Tab ${n}`, 'zh-CN': `标签 ${n}` }, axis: 'vertical', openedBy: `label${n}` }) as const

/**
 * Two to five boxes of blocks that take turns. Works without any script. What is in a tab that is not shown for being one
 * too many stays in the document.
 */
export const tabs = defineBlock({
  type: 'tabs',
  label: { en: 'Tabs', 'zh-CN': '标签页' },
  description: { en: 'Boxes of blocks that take turns', 'zh-CN': '用标签切换几组内容' },
  group: 'arrange',
  icon: 'tabs',
  version: 1,
  fields: {
    count: {
      kind: 'choice',
      label: { en: 'Number of tabs', 'zh-CN': '标签数量' },
      default: '2',
      options: [
        { value: '2', label: { en: '2', 'zh-CN': '2 个' } },
        { value: '3', label: { en: '3', 'zh-CN': '3 个' } },
        { value: '4', label: { en: '4', 'zh-CN': '4 个' } },
        { value: '5', label: { en: '5', 'zh-CN': '5 个' } },
      ],
    },
    label1: label(1, []),
    label2: label(2, []),
    label3: label(3, ['3', '4', '5']),
    label4: label(4, ['4', '5']),
    label5: label(5, ['5']),
    look: {
      kind: 'choice',
      label: { en: 'Look', 'zh-CN': '样式' },
      default: 'line',
      group: 'style',
      options: [
        { value: 'line', label: { en: 'Underlined', 'zh-CN': '下划线' } },
        { value: 'pills', label: { en: 'Pills', 'zh-CN': '胶囊' } },
        { value: 'switch', label: { en: 'Switch', 'zh-CN': '分段' } },
      ],
    },
  },
  starter: {
    label1: { $text: { en: 'Eat here', 'zh-CN': '堂食' } },
    label2: { $text: { en: 'Take away', 'zh-CN': '外带' } },
  },
  slots: { tab1: slot(1), tab2: slot(2), tab3: slot(3), tab4: slot(4), tab5: slot(5) },
  shopData: [],
  visitorData: [],
  interactive: false,
  upgrades: {},
})

export type TabsProps = PropsOfBlock<typeof tabs>
