import { defineBlock } from '../kit/define-block.ts'

/** Two or three columns side by side. What is in the third stays in the document while only two are shown. */
export const columns = defineBlock({
  type: 'columns',
  label: { en: 'Columns', 'zh-CN': '分栏' },
  description: { en: 'Places blocks side by side', 'zh-CN': '让组件左右并排' },
  group: 'arrange',
  icon: 'columns',
  version: 1,
  fields: {
    layout: {
      kind: 'choice',
      label: { en: 'Layout', 'zh-CN': '布局' },
      default: '1-1',
      options: [
        { value: '1-1', label: { en: 'Two, equal', 'zh-CN': '两栏等宽' } },
        { value: '2-1', label: { en: 'Two, left wider', 'zh-CN': '两栏左宽' } },
        { value: '1-2', label: { en: 'Two, right wider', 'zh-CN': '两栏右宽' } },
        { value: '1-1-1', label: { en: 'Three, equal', 'zh-CN': '三栏等宽' } },
      ],
    },
    align: {
      kind: 'choice',
      label: { en: 'Line up', 'zh-CN': '垂直对齐' },
      default: 'top',
      group: 'layout',
      options: [
        { value: 'top', label: { en: 'Top', 'zh-CN': '顶部' } },
        { value: 'centre', label: { en: 'Middle', 'zh-CN': '居中' } },
        { value: 'stretch', label: { en: 'Same height', 'zh-CN': '等高' } },
      ],
    },
    gap: {
      kind: 'choice',
      label: { en: 'Gap', 'zh-CN': '间距' },
      default: 'm',
      group: 'layout',
      options: [
        { value: 's', label: { en: 'Small', 'zh-CN': '小' } },
        { value: 'm', label: { en: 'Medium', 'zh-CN': '中' } },
        { value: 'l', label: { en: 'Large', 'zh-CN': '大' } },
      ],
    },
    stackWhenNarrow: {
      kind: 'switch',
      label: { en: 'Stack on narrow phones', 'zh-CN': '窄屏时上下排列' },
      help: { en: 'Below 360 px the columns go one below the other', 'zh-CN': '屏宽小于 360 像素时改为上下排列' },
      default: false,
      group: 'layout',
    },
  },
  slots: {
    column1: { label: { en: 'Column 1', 'zh-CN': '第 1 栏' }, axis: 'vertical' },
    column2: { label: { en: 'Column 2', 'zh-CN': '第 2 栏' }, axis: 'vertical' },
    column3: { label: { en: 'Column 3', 'zh-CN': '第 3 栏' }, axis: 'vertical' },
  },
  shopData: [],
  visitorData: [],
  interactive: false,
  upgrades: {},
})
