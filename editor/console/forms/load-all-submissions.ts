import type { FormSubmission, SubmissionPage } from '#platform/contract/forms.ts'

/** All there are, newest first, a page after the other. @param load - asks for those before this one, or the newest */
export async function loadAllSubmissions(
  load: (before: string | undefined) => Promise<SubmissionPage>,
): Promise<readonly FormSubmission[]> {
  const all: FormSubmission[] = []
  let before: string | undefined
  do {
    const { submissions, next } = await load(before)
    all.push(...submissions)
    before = next ?? undefined
  } while (before !== undefined)
  return all
}
