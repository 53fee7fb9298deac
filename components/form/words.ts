import type { AnswerProblem } from '#model/shop/forms.ts'
import type { BlockEnv } from '../kit/view.ts'
import { wordsFor, type Words } from '../kit/words.ts'

const en = {
  titleHint: 'Title of the form',
  introHint: 'A few words before the questions',
  buttonHint: 'Send',
  empty: 'Add your first question in the panel.',
  unnamed: 'Question without words',
  optional: 'if you like',
  pickDate: 'Choose a day',
  send: 'Send',
  sending: 'Sending…',
  sent: 'Thank you, it has arrived.',
  again: 'Fill it in again',
  consentMissing: 'We need your consent to keep what you wrote.',
  problems: {
    missing: 'Please answer this.',
    'no-option': 'Please choose from the list.',
    'no-date': 'Please choose a day.',
    'no-phone': 'Please give a phone number we can reach you at.',
    'no-number': 'Please give a number.',
    'too-long': 'That is too long. Please say it shorter.',
  } as { readonly [P in AnswerProblem]: string },
}

const words: Words<typeof en> = {
  en,
  'zh-CN': {
    titleHint: '表单标题',
    introHint: '问题前面的几句话',
    buttonHint: '提交',
    empty: '在属性里添加第一个问题。',
    unnamed: '还没写问题',
    optional: '选填',
    pickDate: '选择日期',
    send: '提交',
    sending: '提交中…',
    sent: '谢谢，已经收到。',
    again: '再填一份',
    consentMissing: '需要您同意后才能提交。',
    problems: {
      missing: '请填写这一项。',
      'no-option': '请从选项里选择。',
      'no-date': '请选择日期。',
      'no-phone': '请填写可以联系到您的电话。',
      'no-number': '请填写数字。',
      'too-long': '太长了，请写短一些。',
    },
  },
}

export type FormWords = typeof en

export function formWords(env: BlockEnv): FormWords {
  return wordsFor(env.language, words)
}
