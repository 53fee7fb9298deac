/** A form of a program: its questions as its block holds them, and which answers will do. Blocks carry this to every page. */
export const questionKinds = ['short', 'long', 'one', 'several', 'date', 'phone', 'number', 'file'] as const
export type QuestionKind = (typeof questionKinds)[number]

/** As the block saves it. `options` has one a line. */
export interface FormQuestion {
  readonly label: string
  readonly kind: QuestionKind
  readonly options: string
  readonly isNeeded: boolean
  /** Of a question for files: how many may be attached. */
  readonly mostFiles: number
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
  file: 200,
}

/** Of one question; also the most that its block can be set to. */
export const MOST_FILES = 5
export const USUAL_FILES = 3
/** Of one file as it is sent; pictures are kept smaller. */
export const MOST_FILE_BYTES = 10 * 1024 * 1024
/** What a phone offers to choose from; what it is, is told by its bytes. */
export const fileTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'application/pdf'] as const

/**
 * Why a file was not taken, the first of a refusal's subjects. `size`, `pixels`, `kind`, `broken`: the file itself;
 * `gone`: attached too long ago, the other subjects are its ids; `too-many`: of this visitor; `full`: of this shop.
 */
export const fileRefusals = ['size', 'pixels', 'kind', 'broken', 'gone', 'too-many', 'full'] as const
export type FileRefusal = (typeof fileRefusals)[number]

/** An attached file as an answer holds it: its id, and its name for people to read. */
export function fileValue({ id, name }: AttachedFile): string {
  return `${id}/${name}`.slice(0, mostLetters.file)
}

/** Undefined for what is no attached file. */
export function fileOf(value: string): AttachedFile | undefined {
  const [, id, name] = /^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\/(.*)$/.exec(value) ?? []
  return id === undefined || name === undefined ? undefined : { id, name }
}

export interface AttachedFile {
  readonly id: string
  readonly name: string
}

/** What a visitor said to one question: nothing, one value, or several of a choice. */
export type FormAnswer = readonly string[]

/** What can be chosen: the lines with something on them, each once. */
export function optionsOf({ options }: Pick<FormQuestion, 'options'>): readonly string[] {
  const lines = options.split('\n').map((line) => line.trim())
  return [...new Set(lines.filter(Boolean))].slice(0, MOST_OPTIONS)
}

/** `missing`: needed and not given. The others: given, but not as the question asks. */
export type AnswerProblem =
  | 'missing'
  | 'no-option'
  | 'no-date'
  | 'no-phone'
  | 'no-number'
  | 'too-long'
  | 'no-file'
  | 'too-many-files'

/** Why an answer will not do; null when it will. The page asks before it sends, the server before it keeps. */
export function problemOf(question: FormQuestion, answer: FormAnswer): AnswerProblem | null {
  const values = answer.map((value) => value.trim()).filter(Boolean)
  const [value] = values
  if (value === undefined) return question.isNeeded ? 'missing' : null
  if (values.some((each) => each.length > mostLetters[question.kind])) return 'too-long'
  if (values.length > 1 && question.kind !== 'several' && question.kind !== 'file') return 'no-option'
  switch (question.kind) {
    case 'one':
    case 'several': {
      const options = optionsOf(question)
      return values.every((each) => options.includes(each)) ? null : 'no-option'
    }
    case 'file':
      if (values.length > Math.min(question.mostFiles, MOST_FILES)) return 'too-many-files'
      return values.every(fileOf) ? null : 'no-file'
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
