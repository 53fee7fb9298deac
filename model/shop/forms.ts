/** A form of a program: its questions as its block holds them, and which answers will do. Blocks carry this to every page. */
export const questionKinds = ['short', 'long', 'one', 'several', 'date', 'phone', 'number'] as const
export type QuestionKind = (typeof questionKinds)[number]

/** As the block saves it. `options` has one a line. */
export interface FormQuestion {
  readonly label: string
  readonly kind: QuestionKind
  readonly options: string
  readonly isNeeded: boolean
}

/** What is agreed to where a form says nothing of its own: shown by the block, kept by the platform. */
export const usualConsent = {
  en: 'The shop may keep what I wrote here to answer me.',
  'zh-CN': '同意店家保存以上内容，仅用于回复我。',
} as const

export const MOST_QUESTIONS = 20
export const MOST_OPTIONS = 30
/** Characters of one answer; long ones are letters, not books. */
export const mostLetters: { readonly [kind in QuestionKind]: number } = {
  short: 100,
  long: 2000,
  one: 100,
  several: 100,
  date: 10,
  phone: 32,
  number: 12,
}

/** What a visitor said to one question: nothing, one value, or several of a choice. */
export type FormAnswer = readonly string[]

/** What can be chosen: the lines with something on them, each once. */
export function optionsOf({ options }: Pick<FormQuestion, 'options'>): readonly string[] {
  const lines = options.split('\n').map((line) => line.trim())
  return [...new Set(lines.filter(Boolean))].slice(0, MOST_OPTIONS)
}

/** `missing`: needed and not given. The others: given, but not as the question asks. */
export type AnswerProblem = 'missing' | 'no-option' | 'no-date' | 'no-phone' | 'no-number' | 'too-long'

/** Why an answer will not do; null when it will. The page asks before it sends, the server before it keeps. */
export function problemOf(question: FormQuestion, answer: FormAnswer): AnswerProblem | null {
  const values = answer.map((value) => value.trim()).filter(Boolean)
  const [value] = values
  if (value === undefined) return question.isNeeded ? 'missing' : null
  if (values.some((each) => each.length > mostLetters[question.kind])) return 'too-long'
  if (values.length > 1 && question.kind !== 'several') return 'no-option'
  switch (question.kind) {
    case 'one':
    case 'several': {
      const options = optionsOf(question)
      return values.every((each) => options.includes(each)) ? null : 'no-option'
    }
    case 'date':
      return isDate(value) ? null : 'no-date'
    case 'phone':
      return /^[+(\d][\d\s()-]*$/.test(value) && value.replaceAll(/\D/g, '').length >= 5 ? null : 'no-phone'
    case 'number':
      return /^-?\d+([.,]\d+)?$/.test(value) ? null : 'no-number'
    default:
      return null
  }
}

/** `YYYY-MM-DD`, of a day that there is. */
function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
