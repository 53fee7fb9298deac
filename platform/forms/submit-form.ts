import { z } from 'zod/mini'
import { formQuestion } from '#model/shop/form-requests.ts'
import type { SubmitFormRequest } from '#model/shop/form-requests.ts'
import { fileOf, problemOf, usualConsent } from '#model/shop/forms.ts'
import type { SubmittedAnswer } from '#platform/contract/forms.ts'
import { uuidv7 } from '#platform/db/uuidv7.ts'
import { recordConsent } from '#platform/members/consent.ts'
import type { LiveNode } from '#platform/payments/pay-direct.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import { takeAttachments } from './attachments.ts'
import { refusedFile } from './read-attachment.ts'

/** What of a form's properties decides what may be sent. */
const form = z.object({ title: z.string(), questions: z.array(formQuestion), consent: z.string() })

/**
 * A form of a release asks for files there.
 * @throws ShopRefusal `not-found` where it does not
 */
export function requireFileQuestion(node: LiveNode | undefined, question: number): void {
  const asked = node?.type === 'form' ? form.safeParse(node.props) : undefined
  if (!asked?.success || asked.data.questions[question]?.kind !== 'file')
    throw new ShopRefusal('not-found', 'No form asks for a file there')
}

/**
 * Keeps what a visitor wrote into a form of a release: what it asks, answered as it asks, and the sentence they agreed to,
 * before anything they wrote.
 * @param node - the form in the release that the visitor's page is of
 * @throws ShopRefusal `not-found` where that release has no such form; `bad-request` with the labels of answers that will not do;
 * `file-refused` where an attached file is gone
 */
export async function submitForm(
  at: ShopTx,
  visitorId: string,
  request: SubmitFormRequest,
  node: LiveNode | undefined,
  language: keyof typeof usualConsent,
): Promise<{ id: string; sentAtIso: string }> {
  const asked = node?.type === 'form' ? form.safeParse(node.props) : undefined
  if (!node || !asked?.success) throw new ShopRefusal('not-found', 'There is no such form', [request.nodeId])
  const { title, questions, consent } = asked.data
  if (request.answers.length !== questions.length)
    throw new ShopRefusal('bad-request', `The form has ${questions.length} questions`)
  const wrong = questions.filter((question, index) => problemOf(question, request.answers[index] ?? []) !== null)
  if (wrong.length > 0)
    throw new ShopRefusal(
      'bad-request',
      'Some answers are missing or not as asked',
      wrong.map(({ label }) => label),
    )
  await recordConsent(at, visitorId, 'form')
  const id = uuidv7()
  await at.tx
    .insertInto('form_submission')
    .values({
      ...at.keys,
      id,
      node_id: request.nodeId,
      release_id: node.releaseId,
      visitor_id: visitorId,
      form_name: title.slice(0, 200),
      answers: JSON.stringify(questions.map((question, index) => answerOf(question, request.answers[index] ?? []))),
      consent_text: (consent.trim() || usualConsent[language]).slice(0, 500),
    })
    .execute()
  for (const [index, { kind }] of questions.entries())
    if (kind === 'file') {
      const ids = fileIds(request.answers[index] ?? [])
      await takeAttachments(at, visitorId, { nodeId: request.nodeId, question: index }, ids, id)
    }
  at.emit('form', id)
  return { id, sentAtIso: new Date(at.now.epochMilliseconds).toISOString() }
}

function answerOf({ label, kind }: z.infer<typeof formQuestion>, values: readonly string[]): SubmittedAnswer {
  const given = values.map((value) => value.trim()).filter(Boolean)
  // Files are rows of their own, and tell their names themselves.
  return { label, kind, values: kind === 'file' ? [] : given }
}

function fileIds(values: readonly string[]): readonly string[] {
  const ids = values.flatMap((value) => fileOf(value.trim())?.id ?? [])
  if (new Set(ids).size !== ids.length) throw refusedFile('too-many')
  return ids
}
