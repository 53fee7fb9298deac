import { defineBlock, type PropsOfBlock } from '../kit/define-block.ts'

/** Ways to reach the shop, one tap each: ring, write, add on WeChat, find the way. */
export const contactButtons = defineBlock({
  type: 'contact-buttons',
  label: { en: 'Contact buttons', 'zh-CN': '联系方式' },
  description: {
    en: 'Call, text, WeChat, e-mail and the map, one tap each',
    'zh-CN': '电话、短信、微信、邮箱和导航，一点即达',
  },
  group: 'tell',
  icon: 'message',
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
    ways: {
      kind: 'list',
      label: { en: 'Ways to reach you', 'zh-CN': '联系方式' },
      itemLabel: { en: 'Way', 'zh-CN': '方式' },
      maxItems: 8,
      default: [],
      item: {
        kind: {
          kind: 'choice',
          label: { en: 'What it does', 'zh-CN': '类型' },
          default: 'call',
          options: [
            { value: 'call', label: { en: 'Call', 'zh-CN': '打电话' } },
            { value: 'sms', label: { en: 'Text message', 'zh-CN': '发短信' } },
            { value: 'wechat', label: { en: 'Copy your WeChat ID', 'zh-CN': '复制微信号' } },
            { value: 'mail', label: { en: 'E-mail', 'zh-CN': '发邮件' } },
            { value: 'map', label: { en: 'Directions', 'zh-CN': '导航到店' } },
          ],
        },
        label: {
          kind: 'text',
          label: { en: 'Words', 'zh-CN': '文字' },
          help: { en: 'Empty: what it does', 'zh-CN': '留空则显示类型名称' },
          default: '',
          maxLength: 24,
          translatable: true,
        },
        number: {
          kind: 'text',
          label: { en: 'Number', 'zh-CN': '号码' },
          help: { en: 'Empty: the phone of your shop', 'zh-CN': '留空则用店铺电话' },
          default: '',
          maxLength: 32,
          when: { field: 'kind', is: ['call', 'sms'] },
        },
        wechatId: {
          kind: 'text',
          label: { en: 'WeChat ID', 'zh-CN': '微信号' },
          default: '',
          maxLength: 40,
          when: { field: 'kind', is: ['wechat'] },
        },
        address: {
          kind: 'text',
          label: { en: 'E-mail address', 'zh-CN': '邮箱地址' },
          default: '',
          maxLength: 120,
          when: { field: 'kind', is: ['mail'] },
        },
      },
    },
    look: {
      kind: 'choice',
      label: { en: 'Look', 'zh-CN': '样式' },
      default: 'list',
      group: 'style',
      options: [
        { value: 'list', label: { en: 'List with the details', 'zh-CN': '列表，显示内容' } },
        { value: 'round', label: { en: 'Round buttons in a row', 'zh-CN': '一排圆形按钮' } },
      ],
    },
  },
  starter: {
    title: { $text: { en: 'Talk to us', 'zh-CN': '联系我们' } },
    ways: [
      { kind: 'call', label: '', number: '', wechatId: '', address: '' },
      { kind: 'wechat', label: '', number: '', wechatId: '', address: '' },
      { kind: 'map', label: '', number: '', wechatId: '', address: '' },
    ],
  },
  slots: {},
  shopData: ['shop'],
  visitorData: [],
  interactive: true,
  upgrades: {},
})

export type ContactButtonsProps = PropsOfBlock<typeof contactButtons>
