import { defineBlock, type PropsOfBlock } from '../kit/define-block.ts'

/** A button that stays in the lower corner of the screen while the page moves. */
export const floatingButton = defineBlock({
  type: 'floating-button',
  label: { en: 'Floating button', 'zh-CN': '悬浮按钮' },
  description: { en: 'Stays in the corner while the page moves', 'zh-CN': '固定在屏幕一角，随时可点' },
  group: 'arrange',
  icon: 'floating',
  version: 1,
  fields: {
    label: {
      kind: 'text',
      label: { en: 'Words', 'zh-CN': '文字' },
      default: '',
      maxLength: 16,
      onCanvas: true,
      translatable: true,
    },
    icon: { kind: 'icon', label: { en: 'Icon', 'zh-CN': '图标' }, default: 'phone' },
    link: { kind: 'link', label: { en: 'Leads to', 'zh-CN': '点击跳转' }, default: null, isNeeded: true },
    look: {
      kind: 'choice',
      label: { en: 'Look', 'zh-CN': '样式' },
      default: 'pill',
      group: 'style',
      options: [
        { value: 'pill', label: { en: 'Icon and words', 'zh-CN': '图标加文字' } },
        { value: 'round', label: { en: 'Icon alone', 'zh-CN': '仅图标' } },
      ],
    },
    side: {
      kind: 'choice',
      label: { en: 'Corner', 'zh-CN': '位置' },
      default: 'end',
      group: 'layout',
      options: [
        { value: 'end', label: { en: 'Right', 'zh-CN': '右下角' } },
        { value: 'start', label: { en: 'Left', 'zh-CN': '左下角' } },
      ],
    },
    height: {
      kind: 'choice',
      label: { en: 'Height', 'zh-CN': '高度' },
      help: { en: 'Higher where a cart or another button stands below', 'zh-CN': '下方有购物车或其他按钮时选高一些' },
      default: 'low',
      group: 'layout',
      options: [
        { value: 'low', label: { en: 'At the edge', 'zh-CN': '贴近底部' } },
        { value: 'high', label: { en: 'Higher', 'zh-CN': '高一些' } },
      ],
    },
  },
  starter: { label: { $text: { en: 'Call us', 'zh-CN': '联系我们' } }, icon: 'phone', link: null },
  slots: {},
  shopData: [],
  visitorData: [],
  interactive: false,
  upgrades: {},
})

export type FloatingButtonProps = PropsOfBlock<typeof floatingButton>
