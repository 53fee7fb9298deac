import type { ordering as en } from './ordering.en.ts'

export const ordering: typeof en = {
  tax: '税',
  taxHelp: '只对之后的订单生效，已有订单的税额不变。',
  taxMode: '菜单价格',
  taxModes: { none: '不显示税', included: '含税', excluded: '不含税，结算时另加' },
  taxUsual: '默认税率',
  taxOwn: '分类税率',
  taxOwnHelp: '留空则使用默认税率。',
  taxSaved: '税的计算方式已更新，立即生效。',
  taxIncluded: (rate) => `其中 ${rate} 税`,
  receipt: '收据',
  printReceipt: (number) => `收据 ${number}`,
  taxAdded: (rate) => `税 ${rate}`,
}
