import { MOST_FILES, MOST_QUESTIONS, USUAL_FILES } from '#model/shop/forms.ts'
import { defineBlock, type PropsOfBlock } from '../kit/define-block.ts'

/** Questions that visitors answer; what they send is read at the counter. */
export const form = defineBlock({
  type: 'form',
  label: { en: 'Form', 'zh-CN': '表单' },
  description: {
    en: 'Your own questions; the answers arrive at the counter.',
    'zh-CN': '自己设计问题，顾客填写的内容会到店铺后台。',
  },
  group: 'tell',
  icon: 'edit',
  version: 1,
  needs: ['shop.form', 'storage'],
  fields: {
    title: {
      kind: 'text',
      label: { en: 'Title', 'zh-CN': '标题' },
      default: '',
      maxLength: 60,
      onCanvas: true,
      translatable: true,
    },
    intro: {
      kind: 'text',
      label: { en: 'Words before the questions', 'zh-CN': '开头说明' },
      default: '',
      maxLength: 300,
      multiline: true,
      onCanvas: true,
      translatable: true,
    },
    questions: {
      kind: 'list',
      label: { en: 'Questions', 'zh-CN': '问题' },
      itemLabel: { en: 'Question', 'zh-CN': '问题' },
      maxItems: MOST_QUESTIONS,
      default: [],
      item: {
        label: {
          kind: 'text',
          label: { en: 'Question', 'zh-CN': '问题' },
          default: '',
          maxLength: 100,
          translatable: true,
        },
        kind: {
          kind: 'choice',
          label: { en: 'Answer', 'zh-CN': '回答方式' },
          default: 'short',
          options: [
            { value: 'short', label: { en: 'One line', 'zh-CN': '一行文字' } },
            { value: 'long', label: { en: 'Several lines', 'zh-CN': '多行文字' } },
            { value: 'one', label: { en: 'One of a list', 'zh-CN': '单选' } },
            { value: 'several', label: { en: 'Several of a list', 'zh-CN': '多选' } },
            { value: 'date', label: { en: 'Date', 'zh-CN': '日期' } },
            { value: 'phone', label: { en: 'Phone number', 'zh-CN': '电话' } },
            { value: 'number', label: { en: 'Number', 'zh-CN': '数字' } },
            { value: 'file', label: { en: 'Pictures or PDF', 'zh-CN': '图片或 PDF' } },
          ],
        },
        options: {
          kind: 'text',
          label: { en: 'The list, one a line', 'zh-CN': '选项，每行一个' },
          default: '',
          maxLength: 1000,
          multiline: true,
          translatable: true,
          when: { field: 'kind', is: ['one', 'several'] },
        },
        mostFiles: {
          kind: 'number',
          label: { en: 'At most so many files', 'zh-CN': '最多几个文件' },
          default: USUAL_FILES,
          min: 1,
          max: MOST_FILES,
          step: 1,
          when: { field: 'kind', is: ['file'] },
        },
        isNeeded: {
          kind: 'switch',
          label: { en: 'Has to be answered', 'zh-CN': '必填' },
          default: true,
        },
      },
    },
    consent: {
      kind: 'text',
      label: { en: 'What the visitor agrees to', 'zh-CN': '顾客需要同意的内容' },
      help: {
        en: 'Nothing is sent before they tick it. Leave it empty for the usual sentence.',
        'zh-CN': '顾客勾选后才能提交。留空则使用通用说明。',
      },
      default: '',
      maxLength: 300,
      multiline: true,
      translatable: true,
    },
    button: {
      kind: 'text',
      label: { en: 'Button', 'zh-CN': '按钮文字' },
      default: '',
      maxLength: 24,
      onCanvas: true,
      translatable: true,
    },
    thanks: {
      kind: 'text',
      label: { en: 'Words after sending', 'zh-CN': '提交后的提示' },
      default: '',
      maxLength: 200,
      multiline: true,
      translatable: true,
    },
  },
  starter: {
    title: { $text: { en: 'Order a cake', 'zh-CN': '预订蛋糕' } },
    intro: {
      $text: {
        en: 'Tell us what you have in mind. We call you back the same day.',
        'zh-CN': '告诉我们您的想法，当天给您回电。',
      },
    },
    questions: [
      {
        label: { $text: { en: 'Your name', 'zh-CN': '您的姓名' } },
        kind: 'short',
        options: '',
        isNeeded: true,
      },
      {
        label: { $text: { en: 'Phone', 'zh-CN': '电话' } },
        kind: 'phone',
        options: '',
        isNeeded: true,
      },
      {
        label: { $text: { en: 'When do you need it?', 'zh-CN': '哪天需要？' } },
        kind: 'date',
        options: '',
        isNeeded: true,
      },
      {
        label: { $text: { en: 'How many people', 'zh-CN': '几个人吃' } },
        kind: 'one',
        options: { $text: { en: 'Up to 6\n7 to 12\nMore than 12', 'zh-CN': '6 人以内\n7 到 12 人\n12 人以上' } },
        isNeeded: true,
      },
      {
        label: { $text: { en: 'Anything else?', 'zh-CN': '其他要求' } },
        kind: 'long',
        options: '',
        isNeeded: false,
      },
    ],
    button: { $text: { en: 'Send', 'zh-CN': '提交' } },
    thanks: { $text: { en: 'Thank you! We will call you soon.', 'zh-CN': '收到啦，我们会尽快联系您！' } },
  },
  slots: {},
  shopData: [],
  visitorData: [],
  interactive: true,
  upgrades: {},
})

export type FormProps = PropsOfBlock<typeof form>
