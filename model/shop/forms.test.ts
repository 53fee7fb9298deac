import { expect, test } from 'vitest'
import { fileOf, fileValue, optionsOf, problemOf, type FormQuestion, type QuestionKind } from './forms.ts'

const question = (kind: QuestionKind, change: Partial<FormQuestion> = {}): FormQuestion => ({
  label: 'Which?',
  kind,
  options: 'Red\nBlue',
  isNeeded: true,
  mostFiles: 2,
  ...change,
})

const photo = fileValue({ id: '0192f0c0-1111-7000-8000-000000000001', name: 'photo.jpg' })
const plan = fileValue({ id: '0192f0c0-1111-7000-8000-000000000002', name: 'our/plan.pdf' })

test('a file is told by its id, with a name to read', () => {
  expect(fileOf(plan)).toEqual({ id: '0192f0c0-1111-7000-8000-000000000002', name: 'our/plan.pdf' })
  expect(fileOf('plan.pdf')).toBeUndefined()
})

test('options are the lines with something on them, each once', () => {
  expect(optionsOf({ options: ' Red \n\nBlue\nRed' })).toEqual(['Red', 'Blue'])
})

test('what is needed has to be given, what is not may be left out', () => {
  expect(problemOf(question('short'), [])).toBe('missing')
  expect(problemOf(question('short'), ['  '])).toBe('missing')
  expect(problemOf(question('short', { isNeeded: false }), [' '])).toBeNull()
})

test.each<[QuestionKind, readonly string[], ReturnType<typeof problemOf>]>([
  ['short', ['Two cakes'], null],
  ['short', ['x'.repeat(101)], 'too-long'],
  ['short', ['one', 'two'], 'no-option'],
  ['long', ['x'.repeat(2000)], null],
  ['one', ['Red'], null],
  ['one', ['Green'], 'no-option'],
  ['one', ['Red', 'Blue'], 'no-option'],
  ['several', ['Red', 'Blue'], null],
  ['several', ['Red', 'Green'], 'no-option'],
  ['file', [photo, plan], null],
  ['file', [photo, plan, photo], 'too-many-files'],
  ['file', ['photo.jpg'], 'no-file'],
  ['file', ['0192f0c0-1111-7000-8000-000000000001'], 'no-file'],
  ['date', ['2028-02-29'], null],
  ['date', ['2027-02-29'], 'no-date'],
  ['date', ['tomorrow'], 'no-date'],
  ['phone', ['+86 138 0013 8000'], null],
  ['phone', ['(020) 81-2222'], null],
  ['phone', ['1234'], 'no-phone'],
  ['phone', ['call me'], 'no-phone'],
  ['number', ['-3,5'], null],
  ['number', ['three'], 'no-number'],
])('%s: %j is %s', (kind, answer, problem) => {
  expect(problemOf(question(kind), answer)).toBe(problem)
})
