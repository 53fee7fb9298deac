import { defineBlock, type PropsOfBlock } from '../kit/define-block.ts'

/** News and stories with a picture and a line each, that lead to where they are told. */
export const articleList = defineBlock({
  type: 'article-list',
  label: { en: 'Articles', 'zh-CN': '文章列表' },
  description: { en: 'News and stories that lead to a page', 'zh-CN': '新闻、故事，点击查看全文' },
  group: 'tell',
  icon: 'article',
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
      label: { en: 'Articles', 'zh-CN': '文章' },
      itemLabel: { en: 'Article', 'zh-CN': '文章' },
      maxItems: 30,
      default: [],
      item: {
        picture: { kind: 'picture', label: { en: 'Picture', 'zh-CN': '图片' }, default: null },
        title: {
          kind: 'text',
          label: { en: 'Title', 'zh-CN': '标题' },
          default: '',
          maxLength: 100,
          translatable: true,
        },
        summary: {
          kind: 'text',
          label: { en: 'A line or two', 'zh-CN': '摘要' },
          default: '',
          maxLength: 160,
          multiline: true,
          translatable: true,
        },
        note: {
          kind: 'text',
          label: { en: 'Date or kind', 'zh-CN': '日期或分类' },
          default: '',
          maxLength: 30,
          translatable: true,
        },
        link: { kind: 'link', label: { en: 'Leads to', 'zh-CN': '点击跳转' }, default: null, isNeeded: true },
      },
    },
    layout: {
      kind: 'choice',
      label: { en: 'Layout', 'zh-CN': '布局' },
      default: 'side',
      group: 'layout',
      options: [
        { value: 'side', label: { en: 'Picture at the side', 'zh-CN': '图片在侧' } },
        { value: 'large', label: { en: 'First one large', 'zh-CN': '首篇大图' } },
        { value: 'grid', label: { en: 'Two in a row', 'zh-CN': '每行两篇' } },
      ],
    },
  },
  starter: {
    title: { $text: { en: 'What is new', 'zh-CN': '最新动态' } },
    items: [
      {
        title: { $text: { en: 'Autumn menu from Friday', 'zh-CN': '周五起，秋季菜单上新' } },
        summary: {
          $text: {
            en: 'Pumpkin soup, roast chestnuts, and a pear tea we tried out all summer.',
            'zh-CN': '南瓜汤、糖炒栗子，还有试了一整个夏天的雪梨茶。',
          },
        },
        note: { $text: { en: 'This week', 'zh-CN': '本周' } },
        link: null,
      },
      {
        title: { $text: { en: 'How our broth is made', 'zh-CN': '一锅好汤是怎么炖成的' } },
        summary: {
          $text: {
            en: 'Six hours, five spices, and why nobody may lift the lid.',
            'zh-CN': '六个小时，五味香料，为什么谁都不许揭盖。',
          },
        },
        note: { $text: { en: 'Behind the counter', 'zh-CN': '店里的事' } },
        link: null,
      },
    ],
  },
  slots: {},
  shopData: [],
  visitorData: [],
  interactive: false,
  upgrades: {},
})

export type ArticleListProps = PropsOfBlock<typeof articleList>
