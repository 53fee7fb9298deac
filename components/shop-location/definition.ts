import { defineBlock, type PropsOfBlock } from '../kit/define-block.ts'

/** Where the shop is and how to reach it. Address and phone come from the shop, not from the document. */
export const shopLocation = defineBlock({
  type: 'shop-location',
  label: { en: 'Location', 'zh-CN': '门店位置' },
  description: { en: 'Address with map and a button to call', 'zh-CN': '地址、导航与一键拨号' },
  group: 'tell',
  icon: 'map-pin',
  version: 1,
  fields: {
    directions: {
      kind: 'text',
      label: { en: 'How to find it', 'zh-CN': '到店指引' },
      default: '',
      maxLength: 120,
      multiline: true,
      onCanvas: true,
      translatable: true,
    },
    showMap: { kind: 'switch', label: { en: 'Map drawing', 'zh-CN': '显示地图示意' }, default: true, group: 'layout' },
    showPhone: {
      kind: 'switch',
      label: { en: 'Call button', 'zh-CN': '显示电话按钮' },
      default: true,
      group: 'layout',
    },
  },
  slots: {},
  shopData: ['shop'],
  visitorData: [],
  interactive: false,
  upgrades: {},
})

export type ShopLocationProps = PropsOfBlock<typeof shopLocation>
