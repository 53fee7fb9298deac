import { type BlockStates, text } from '../kit/stories/block-state.ts'
import { form } from './definition.ts'

const props = form.starter
const question = (label: readonly [string, string], kind: string, change: object = {}) => ({
  label: text(...label),
  kind,
  options: '',
  isNeeded: true,
  ...change,
})

export const states = {
  default: { props },
  everyKind: {
    props: {
      title: text('A day at our pottery', '来做一天陶艺'),
      questions: [
        question(['Your name', '您的姓名'], 'short'),
        question(['Phone', '电话'], 'phone'),
        question(['How old is the youngest of you?', '最小的孩子几岁？'], 'number', { isNeeded: false }),
        question(['Which day suits you?', '哪天方便？'], 'date'),
        question(['Which course?', '想参加哪个课？'], 'one', {
          options: text('Wheel, 2 hours\nHandbuilding, 90 minutes', '拉坯，2 小时\n手捏，90 分钟'),
        }),
        question(['What do you want to take home?', '想带走什么？'], 'several', {
          options: text('A bowl\nA mug\nA vase', '碗\n杯子\n花瓶'),
          isNeeded: false,
        }),
        question(['Anything we should know?', '还有什么要告诉我们的？'], 'long', { isNeeded: false }),
      ],
      consent: text('You may ring me about this course.', '可以就这次课程给我打电话。'),
    },
  },
  consultation: { props: consultation() },
  attached: {
    props: consultation(),
    host: {
      chooseFiles: async () => ({ ok: true, value: [chosen('kitchen-window.jpg'), chosen('floor-plan.pdf')] }),
      shop: { attachFile: async (_, { name }) => ({ ok: true, value: { id: fileIds[name] ?? '', name } }) },
    },
  },
  attaching: {
    props: consultation(),
    host: {
      chooseFiles: async () => ({ ok: true, value: [chosen('kitchen-window.jpg')] }),
      shop: { attachFile: () => new Promise(() => {}) },
    },
  },
  fileRefused: {
    props: consultation(),
    host: {
      chooseFiles: async () => ({
        ok: true,
        value: [{ ...chosen('film.pdf'), sizeBytes: 12_000_000 }, chosen('letter.docx')],
      }),
      shop: {
        attachFile: async () => ({
          ok: false,
          failure: { code: 'file-refused', message: '', subjectIds: ['kind'] },
        }),
      },
    },
  },
  incomplete: { props },
  sending: { props: short(), host: { shop: { submitForm: () => new Promise(() => {}) } } },
  sent: {
    props: { ...short(), thanks: props?.thanks ?? '' },
    host: {
      shop: { submitForm: async () => ({ ok: true, value: { id: 'sent', sentAtIso: '2026-10-14T04:00:00Z' } }) },
    },
  },
  refused: {
    props: short(),
    host: { shop: { submitForm: async () => ({ ok: false, failure: { code: 'offline', message: '' } }) as const } },
  },
  longWords: {
    props: {
      title: text(
        'All that you want to ask before the wedding of your dreams',
        '在您梦想中的婚礼之前，所有想问我们的问题都可以写在这里',
      ),
      questions: [
        question(
          [
            'Which of our three halls by the river have you already seen, and on what day was that?',
            '我们河边的三个宴会厅里，您已经看过哪一个？是哪一天来看的？',
          ],
          'one',
          {
            options: text(
              'The great hall with the terrace and the view of the old bridge\nThe winter garden',
              '带露台、可以看到老桥的大宴会厅\n冬日花园',
            ),
          },
        ),
      ],
    },
  },
  empty: { props: {} },
} satisfies BlockStates

const fileIds: { readonly [name: string]: string } = {
  'kitchen-window.jpg': '0192f0c0-1111-7000-8000-000000000001',
  'floor-plan.pdf': '0192f0c0-1111-7000-8000-000000000002',
}

function chosen(name: string) {
  return { name, sizeBytes: 240_000, content: {} }
}

function consultation() {
  return {
    title: text('Ask for an estimate', '预约咨询'),
    intro: text('Show us what it is about; we answer within a day.', '拍几张照片给我们看看，一天内答复。'),
    questions: [
      question(['What is it about?', '需要咨询什么？'], 'long'),
      question(['Pictures or drawings', '照片或图纸'], 'file', { mostFiles: 4, isNeeded: false }),
      question(['Phone', '电话'], 'phone'),
    ],
  }
}

/** One question that takes one line: enough to send something. */
function short() {
  return {
    title: text('Call me back', '请给我回电'),
    questions: [question(['Phone', '电话'], 'phone')],
  }
}
