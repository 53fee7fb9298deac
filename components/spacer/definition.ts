import { defineBlock, type PropsOfBlock } from '../kit/define-block.ts'

/** Room between two blocks. */
export const spacer = defineBlock({
  type: 'spacer',
  label: { en: 'Space', 'zh-CN': '留白' },
  description: { en: 'Room between two blocks', 'zh-CN': '在两个组件之间留出空白' },
  group: 'arrange',
  icon: 'spacer',
  version: 1,
  fields: {
    size: {
      kind: 'choice',
      label: { en: 'Height', 'zh-CN': '高度' },
      default: 'm',
      group: 'layout',
      options: [
        { value: 's', label: { en: 'Small', 'zh-CN': '小' } },
        { value: 'm', label: { en: 'Medium', 'zh-CN': '中' } },
        { value: 'l', label: { en: 'Large', 'zh-CN': '大' } },
        { value: 'own', label: { en: 'Exact', 'zh-CN': '自定义' } },
      ],
    },
    heightPx: {
      kind: 'number',
      label: { en: 'Exact height', 'zh-CN': '自定义高度' },
      default: 40,
      min: 4,
      max: 400,
      step: 4,
      unit: 'px',
      group: 'layout',
      when: { field: 'size', is: ['own'] },
    },
  },
  slots: {},
  shopData: [],
  visitorData: [],
  interactive: false,
  upgrades: {},
})

export type SpacerProps = PropsOfBlock<typeof spacer>
