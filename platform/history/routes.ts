import { z } from 'zod/mini'
import { memberOfProgram } from '../accounts/access.ts'
import type { ProgramSubject } from '../accounts/access.ts'
import { attemptKey } from '../accounts/auth.ts'
import { limitAttempts } from '../accounts/limit-attempts.ts'
import {
  mostNamedVersions,
  nameVersionInput,
  saveVersionInput,
  touches,
  version,
  versions,
  versionState,
  visit,
  visitInput,
} from '../contract/history.ts'
import type { Version } from '../contract/history.ts'
import { merchantPaths } from '../contract/routes.ts'
import type { StoredVersion } from '../documents.ts'
import { created, defineRoute } from '../http/define-route.ts'
import type { Route } from '../http/define-route.ts'
import { Failure, notFound } from '../http/failure.ts'
import type { Services } from '../services.ts'
import { inShop } from '../shop/scope.ts'
import { noteVisit } from './visits.ts'

const versionsPerProgram = { most: 240, windowSeconds: 60 * 60 }

const list = defineRoute({
  method: 'GET',
  path: merchantPaths.history(':programId'),
  summary: 'Versions of the program, the newest first',
  answer: versions,
  access: memberOfProgram('read'),
  async handle({ subject }, services) {
    const { history } = services.documents
    const rows = await history.list(subject.programId)
    const leftOut = await history.leftOut(subject.programId)
    return {
      versions: (await present(services, rows)).toReversed(),
      leftOut: leftOut ? { edits: leftOut.edits, latestIso: new Date(leftOut.latestMs).toISOString() } : null,
    }
  },
})

const save = defineRoute({
  method: 'POST',
  path: merchantPaths.history(':programId'),
  summary: 'Makes a version of the program as it is now; with a name it stays for good',
  input: saveVersionInput,
  answer: version,
  access: memberOfProgram('edit'),
  async handle({ input, subject }, services) {
    const { history } = services.documents
    await limitAttempts(services.db, attemptKey(services.secret, 'version', subject.programId), versionsPerProgram)
    const seq = await history.cut(subject.programId)
    if (input.name !== undefined) await setName(services, subject, seq, input.name)
    return created(await findVersion(services, subject, seq))
  },
})

const rename = defineRoute({
  method: 'PATCH',
  path: merchantPaths.version(':programId', ':seq'),
  summary: 'Names a version, which then stays for good, or takes its name away',
  input: nameVersionInput,
  answer: version,
  access: memberOfProgram('edit'),
  async handle({ params, input, subject }, services) {
    const seq = numberOf(params.seq)
    await setName(services, subject, seq, input.name)
    return findVersion(services, subject, seq)
  },
})

const readState = defineRoute({
  method: 'GET',
  path: merchantPaths.version(':programId', ':seq'),
  summary: 'The document as it was; for ever the same',
  answer: versionState,
  access: memberOfProgram('read'),
  async handle({ params, subject }, { documents }) {
    const packed = await documents.history.packedState(subject.programId, numberOf(params.seq))
    if (!packed) throw notFound('version')
    const headers = { 'cache-control': 'private, max-age=31536000, immutable' }
    return { reply: { status: 200, headers }, body: { state: Buffer.from(packed).toString('base64') } }
  },
})

const readTouches = defineRoute({
  method: 'GET',
  path: merchantPaths.touches(':programId'),
  summary: 'Who wrote what of the document after one version, up to another or up to now',
  query: z.object({ after: z.optional(z.string()), upto: z.optional(z.string()) }),
  answer: touches,
  access: memberOfProgram('read'),
  async handle({ query, subject }, services) {
    const after = query.after === undefined ? 0 : numberOf(query.after)
    const upto = query.upto === undefined ? undefined : numberOf(query.upto)
    const found = await services.documents.history.touchesSince(subject.programId, after, upto)
    const ids = new Set(found.flatMap(([, , , people]) => people.map(([who]) => who)))
    return { people: await namesOf(services, ids), touches: found }
  },
})

const visitProgram = defineRoute({
  method: 'POST',
  path: merchantPaths.visit(':programId'),
  summary: 'Notes that one is looking at the program; answers where one stopped the time before',
  input: visitInput,
  answer: visit,
  access: memberOfProgram('read'),
  async handle({ input, subject }, services) {
    const head = await services.documents.history.head(subject.programId)
    return inShop(services, subject, (at) => noteVisit(at, subject.person.id, head, input))
  },
})

export const historyRoutes: readonly Route[] = [list, save, rename, readState, readTouches, visitProgram]

async function setName(services: Services, subject: ProgramSubject, seq: number, name: string | null): Promise<void> {
  const { history } = services.documents
  const rows = await history.list(subject.programId)
  const named = rows.filter((row) => row.name !== null && row.seq !== seq)
  if (name !== null && named.length >= mostNamedVersions)
    throw new Failure('conflict', `A program has ${mostNamedVersions} named versions at most`)
  if (!(await history.mark(subject.programId, seq, { name, by: subject.person.id }))) throw notFound('version')
}

async function findVersion(services: Services, subject: ProgramSubject, seq: number): Promise<Version> {
  const rows = await services.documents.history.list(subject.programId)
  const [found] = await present(
    services,
    rows.filter((row) => row.seq === seq),
  )
  if (!found) throw notFound('version')
  return found
}

async function present(services: Services, rows: readonly StoredVersion[]): Promise<Version[]> {
  const people = await namesOf(services, new Set(rows.flatMap((row) => row.people)))
  return rows.map(({ seq, atMs, people: ids, name, releaseNumber }) => ({
    seq,
    atIso: new Date(atMs).toISOString(),
    people: ids.map((id) => people.find((person) => person.id === id) ?? { id, name: null }),
    name,
    release: releaseNumber,
  }))
}

/** As they are called now. */
async function namesOf({ db }: Services, ids: ReadonlySet<string>): Promise<{ id: string; name: string | null }[]> {
  if (ids.size === 0) return []
  const rows = await db
    .selectFrom('user')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute()
  return [...ids].map((id) => ({ id, name: rows.find((row) => row.id === id)?.name ?? null }))
}

function numberOf(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number) || number < 1) throw notFound('version')
  return number
}
