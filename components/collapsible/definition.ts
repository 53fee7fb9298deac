import { defineBlock, type PropsOfBlock } from '../kit/define-block.ts'

/** A title that shows and hides the blocks below it. Works without any script; on the canvas it stands open. */
export const collapsible = defineBlock({
  type: 'collapsible',
  label: { en: 'Collapsible', 'zh-CN': '折叠面板' },
  description: { en: 'A title that opens to show the blocks in it', 'zh-CN': '点一下标题展开，里面可放任意组件' },
  group: 'arrange',
  icon: 'collapse',
  version: 1,
  fields: {
    title: {
      kind: 'text',
      label: { en: 'Title', 'zh-CN': '标题' },
      default: '',
      maxLength: 60,
      onCanvas: true,
      translatable: true,
    },
    note: {
      kind: 'text',
      label: { en: 'Beside the title', 'zh-CN': '标题旁的小字' },
      help: { en: 'Leave empty for none', 'zh-CN': '留空则不显示' },
      default: '',
      maxLength: 24,
      translatable: true,
    },
    startsOpen: {
      kind: 'switch',
      label: { en: 'Open at first', 'zh-CN': '默认展开' },
      help: { en: 'Here it is always open', 'zh-CN': '编辑时始终展开' },
      default: false,
      group: 'layout',
    },
    look: {
      kind: 'choice',
      label: { en: 'Look', 'zh-CN': '样式' },
      default: 'card',
      group: 'style',
      options: [
        { value: 'card', label: { en: 'Card', 'zh-CN': '卡片' } },
        { value: 'line', label: { en: 'Lines', 'zh-CN': '线条' } },
      ],
    },
  },
  starter: { title: { $text: { en: 'How to find us', 'zh-CN': '怎么找到我们' } } },
  slots: { content: { label: { en: 'Content', 'zh-CN': '内容' }, axis: 'vertical' } },
  shopData: [],
  visitorData: [],
  interactive: false,
  upgrades: {},
})

export type CollapsibleProps = PropsOfBlock<typeof collapsible>
