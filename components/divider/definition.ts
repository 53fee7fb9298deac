import { defineBlock, type PropsOfBlock } from '../kit/define-block.ts'

/** A line between what stands above and below, with a word in it if wanted. */
export const divider = defineBlock({
  type: 'divider',
  label: { en: 'Divider', 'zh-CN': '分割线' },
  description: {
    en: 'A line between two parts, with a word in it if you like',
    'zh-CN': '用一条线隔开上下内容，中间可以写字',
  },
  group: 'arrange',
  icon: 'divider',
  version: 1,
  fields: {
    words: {
      kind: 'text',
      label: { en: 'Words in the middle', 'zh-CN': '中间文字' },
      help: { en: 'Leave empty for a plain line', 'zh-CN': '留空则只有一条线' },
      default: '',
      maxLength: 24,
      onCanvas: true,
      translatable: true,
    },
    line: {
      kind: 'choice',
      label: { en: 'Line', 'zh-CN': '线型' },
      default: 'solid',
      group: 'style',
      options: [
        { value: 'solid', label: { en: 'Solid', 'zh-CN': '实线' } },
        { value: 'dashed', label: { en: 'Dashed', 'zh-CN': '虚线' } },
        { value: 'faded', label: { en: 'Faded', 'zh-CN': '渐隐' } },
        { value: 'wave', label: { en: 'Wave', 'zh-CN': '波浪' } },
        { value: 'dots', label: { en: 'Three dots', 'zh-CN': '三个点' } },
      ],
    },
    width: {
      kind: 'choice',
      label: { en: 'Width', 'zh-CN': '宽度' },
      default: 'content',
      group: 'layout',
      options: [
        { value: 'full', label: { en: 'Edge to edge', 'zh-CN': '通栏' } },
        { value: 'content', label: { en: 'As the content', 'zh-CN': '与内容同宽' } },
        { value: 'short', label: { en: 'Short', 'zh-CN': '短线' } },
      ],
    },
    room: {
      kind: 'choice',
      label: { en: 'Room around', 'zh-CN': '上下留白' },
      default: 'm',
      group: 'layout',
      options: [
        { value: 's', label: { en: 'Small', 'zh-CN': '小' } },
        { value: 'm', label: { en: 'Medium', 'zh-CN': '中' } },
        { value: 'l', label: { en: 'Large', 'zh-CN': '大' } },
      ],
    },
    colour: { kind: 'colour', label: { en: 'Colour', 'zh-CN': '颜色' }, default: '', group: 'style' },
  },
  slots: {},
  shopData: [],
  visitorData: [],
  interactive: false,
  upgrades: {},
})

export type DividerProps = PropsOfBlock<typeof divider>
