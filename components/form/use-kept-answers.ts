import { useEffect, useState } from 'react'
import type { JsonValue } from '#model/json.ts'
import type { FormAnswer } from '#model/shop/forms.ts'
import type { Host } from '../kit/host.ts'

/**
 * What the visitor has written so far, kept on this phone until it is sent: a page that is left, or falls asleep, costs
 * nobody their words.
 */
export function useKeptAnswers(host: Pick<Host, 'storage'>, nodeId: string, count: number) {
  const [answers, setAnswers] = useState<readonly FormAnswer[]>([])
  const key = `form:${nodeId}`
  useEffect(() => {
    void host.storage.get(key).then((kept) => {
      const known = readAnswers(kept)
      // Of a form that has other questions by now, nothing can be told apart.
      if (known?.length === count) setAnswers((now) => (now.length > 0 ? now : known))
    })
  }, [])
  useEffect(() => {
    if (answers.length > 0)
      void host.storage.set(
        key,
        answers.map((each) => [...each]),
      )
  }, [answers])
  return {
    answers,
    answer(index: number, given: FormAnswer) {
      setAnswers((now) => Array.from({ length: count }, (_, at) => (at === index ? given : (now[at] ?? []))))
    },
    forget() {
      setAnswers([])
      void host.storage.set(key, null)
    },
  }
}

function readAnswers(kept: JsonValue | undefined): readonly FormAnswer[] | undefined {
  if (!Array.isArray(kept)) return undefined
  const isAnswer = (each: JsonValue): each is string[] =>
    Array.isArray(each) && each.every((value) => typeof value === 'string')
  return kept.every(isAnswer) ? kept : undefined
}
