import type { AnswerProblem } from '#model/shop/forms.ts'
import type { RefusalWords } from './file-field.tsx'
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
    'no-file': 'Please choose the file again.',
    'too-many-files': 'These are too many files. Please take some away.',
  } as { readonly [P in AnswerProblem]: string },
  addFile: 'Add a picture or PDF',
  fileHint: (most: number) => (most === 1 ? 'One file, up to 10 MB' : `Up to ${most} files, 10 MB each`),
  removeFile: (name: string) => `Take away ${name}`,
  uploading: 'Uploading…',
  filesGone: 'A file has waited too long and is no longer here. Please add it again; all else is kept.',
  refusals: {
    size: 'larger than 10 MB. Please send a smaller one.',
    pixels: 'this picture is too large. Please send a smaller one.',
    kind: 'only pictures (JPEG, PNG, WebP, GIF) and PDFs can be sent.',
    broken: 'this file is damaged or empty. Please choose another one.',
    gone: 'no longer here. Please add it again.',
    'too-many': 'these are more files than can be sent.',
    full: 'the shop cannot take files at the moment. You can send the form without.',
  } as RefusalWords,
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
      'no-file': '请重新选择文件。',
      'too-many-files': '文件太多了，请去掉几个。',
    },
    addFile: '添加图片或 PDF',
    fileHint: (most) => (most === 1 ? '1 个文件，不超过 10 MB' : `最多 ${most} 个文件，每个不超过 10 MB`),
    removeFile: (name) => `移除 ${name}`,
    uploading: '上传中…',
    filesGone: '有文件放置太久已失效，请重新添加；其他内容都还在。',
    refusals: {
      size: '超过 10 MB，请换一个小一点的。',
      pixels: '图片尺寸太大，请换一张小一点的。',
      kind: '只能上传图片（JPEG、PNG、WebP、GIF）和 PDF。',
      broken: '文件已损坏或是空的，请换一个。',
      gone: '已失效，请重新添加。',
      'too-many': '文件数量超出上限。',
      full: '店铺暂时无法接收文件，可以先不带文件提交。',
    },
  },
}

export type FormWords = typeof en

export function formWords(env: BlockEnv): FormWords {
  return wordsFor(env.language, words)
}
