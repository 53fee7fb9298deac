import { defineBlock, type PropsOfBlock } from '../kit/define-block.ts'

/** What customers said, in their own words, as the shop has written it down. */
export const reviewWall = defineBlock({
  type: 'review-wall',
  label: { en: 'Reviews', 'zh-CN': '口碑墙' },
  description: { en: 'What customers say about you', 'zh-CN': '展示顾客的评价' },
  group: 'tell',
  icon: 'star',
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
    items: {
      kind: 'list',
      label: { en: 'Reviews', 'zh-CN': '评价' },
      itemLabel: { en: 'Review', 'zh-CN': '评价' },
      maxItems: 40,
      default: [],
      item: {
        text: {
          kind: 'text',
          label: { en: 'What was said', 'zh-CN': '评价内容' },
          default: '',
          maxLength: 400,
          multiline: true,
          translatable: true,
        },
        name: {
          kind: 'text',
          label: { en: 'Who said it', 'zh-CN': '评价人' },
          default: '',
          maxLength: 40,
          translatable: true,
        },
        source: {
          kind: 'text',
          label: { en: 'Where or when', 'zh-CN': '来源或时间' },
          help: { en: 'For example where it was written', 'zh-CN': '例如在哪个平台、什么时候' },
          default: '',
          maxLength: 40,
          translatable: true,
        },
        stars: {
          kind: 'choice',
          label: { en: 'Stars', 'zh-CN': '星级' },
          default: '5',
          options: [
            { value: '5', label: { en: '5', 'zh-CN': '5 星' } },
            { value: '4', label: { en: '4', 'zh-CN': '4 星' } },
            { value: '3', label: { en: '3', 'zh-CN': '3 星' } },
            { value: '2', label: { en: '2', 'zh-CN': '2 星' } },
            { value: '1', label: { en: '1', 'zh-CN': '1 星' } },
            { value: 'none', label: { en: 'None', 'zh-CN': '不显示' } },
          ],
        },
        picture: { kind: 'picture', label: { en: 'Portrait', 'zh-CN': '头像' }, default: null, ratio: 1 },
      },
    },
    layout: {
      kind: 'choice',
      label: { en: 'Layout', 'zh-CN': '布局' },
      default: 'row',
      group: 'layout',
      options: [
        { value: 'row', label: { en: 'Row to swipe', 'zh-CN': '横向滑动' } },
        { value: 'list', label: { en: 'One below the other', 'zh-CN': '上下排列' } },
        { value: 'wall', label: { en: 'Wall of two columns', 'zh-CN': '两栏错落' } },
      ],
    },
    average: {
      kind: 'switch',
      label: { en: 'Average of the stars', 'zh-CN': '显示平均星级' },
      help: { en: 'Of the reviews that are shown here', 'zh-CN': '按这里展示的评价计算' },
      default: false,
      group: 'layout',
    },
  },
  starter: {
    title: { $text: { en: 'What our guests say', 'zh-CN': '顾客怎么说' } },
    items: [
      {
        text: {
          $text: {
            en: 'We came in by chance and have been back every week since. Friendly, quick, and they remember you.',
            'zh-CN': '偶然走进来，之后每周都来。热情、上菜快，还记得我常点什么。',
          },
        },
        name: { $text: { en: 'Lin W.', 'zh-CN': '林女士' } },
        source: { $text: { en: 'Regular since 2023', 'zh-CN': '2023 年起的老顾客' } },
      },
      {
        text: {
          $text: {
            en: 'Everything as promised, and a fair price. The little extra at the end made our day.',
            'zh-CN': '说到做到，价格公道，最后的小惊喜让人开心一整天。',
          },
        },
        name: { $text: { en: 'Daniel', 'zh-CN': '丹尼尔' } },
        source: { $text: { en: 'Last month', 'zh-CN': '上个月' } },
      },
    ],
  },
  slots: {},
  shopData: [],
  visitorData: [],
  interactive: false,
  upgrades: {},
})

export type ReviewWallProps = PropsOfBlock<typeof reviewWall>
