import { defineBlock, type PropsOfBlock } from '../kit/define-block.ts'

/** The people of the shop, each with a picture and what they do. */
export const team = defineBlock({
  type: 'team',
  label: { en: 'Team', 'zh-CN': '团队' },
  description: { en: 'The people of your shop', 'zh-CN': '介绍店里的人' },
  group: 'tell',
  icon: 'users',
  version: 1,
  fields: {
    title: {
      kind: 'text',
      label: { en: 'Title', 'zh-CN': '标题' },
      help: { en: 'Leave empty for none', 'zh-CN': '留空则不显示' },
      default: '',
      maxLength: 40,
      onCanvas: true,
      translatable: true,
    },
    people: {
      kind: 'list',
      label: { en: 'People', 'zh-CN': '成员' },
      itemLabel: { en: 'Person', 'zh-CN': '成员' },
      maxItems: 30,
      default: [],
      item: {
        picture: { kind: 'picture', label: { en: 'Picture', 'zh-CN': '照片' }, default: null, ratio: 1 },
        name: {
          kind: 'text',
          label: { en: 'Name', 'zh-CN': '姓名' },
          default: '',
          maxLength: 40,
          translatable: true,
        },
        role: {
          kind: 'text',
          label: { en: 'What they do', 'zh-CN': '职务' },
          default: '',
          maxLength: 60,
          translatable: true,
        },
        about: {
          kind: 'text',
          label: { en: 'A line or two', 'zh-CN': '简介' },
          default: '',
          maxLength: 160,
          multiline: true,
          translatable: true,
        },
        link: { kind: 'link', label: { en: 'Leads to', 'zh-CN': '点击跳转' }, default: null },
      },
    },
    layout: {
      kind: 'choice',
      label: { en: 'Layout', 'zh-CN': '布局' },
      default: 'grid',
      group: 'layout',
      options: [
        { value: 'grid', label: { en: 'Two in a row', 'zh-CN': '每行两位' } },
        { value: 'list', label: { en: 'One below the other', 'zh-CN': '上下排列' } },
      ],
    },
    shape: {
      kind: 'choice',
      label: { en: 'Pictures', 'zh-CN': '照片形状' },
      default: 'round',
      group: 'style',
      when: { field: 'layout', is: ['grid'] },
      options: [
        { value: 'round', label: { en: 'Round', 'zh-CN': '圆形' } },
        { value: 'portrait', label: { en: 'Portrait', 'zh-CN': '竖版照片' } },
      ],
    },
  },
  starter: {
    title: { $text: { en: 'Who looks after you', 'zh-CN': '为您服务的人' } },
    people: [
      {
        name: { $text: { en: 'Mei', 'zh-CN': '陈美' } },
        role: { $text: { en: 'Founder', 'zh-CN': '创始人' } },
        about: {
          $text: {
            en: 'Here since the first day, and every morning before seven.',
            'zh-CN': '从第一天起就在，每天早上七点前到店。',
          },
        },
      },
      {
        name: { $text: { en: 'Jun', 'zh-CN': '王俊' } },
        role: { $text: { en: 'Head of the house', 'zh-CN': '店长' } },
        about: { $text: { en: 'Knows most of you by name.', 'zh-CN': '叫得出大多数熟客的名字。' } },
      },
    ],
  },
  slots: {},
  shopData: [],
  visitorData: [],
  interactive: false,
  upgrades: {},
})

export type TeamProps = PropsOfBlock<typeof team>
