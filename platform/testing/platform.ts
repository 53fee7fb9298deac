/** A whole platform on a database of its own, called as a browser would call it, without a network. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { ProgramTemplate } from '#templates/template.ts'
import { asBeginning } from '../changes/record-changes.ts'
import type { PlatformConfig } from '../config.ts'
import { inviteResult, me, program } from '../contract/merchant.ts'
import type { Me, Program, Role } from '../contract/merchant.ts'
import { merchantPaths } from '../contract/routes.ts'
import { createPlatform } from '../create-platform.ts'
import type { Platform, PlatformOptions } from '../create-platform.ts'
import { withTenant } from '../db/database.ts'
import type { Documents } from '../documents.ts'
import type { Mailer } from '../mail/mailer.ts'
import type { TextSender } from '../texts/text-sender.ts'
import { createTestDatabase } from './database.ts'
import type { TestDatabase } from './database.ts'
import { createMemoryDocuments } from './memory-documents.ts'
import { makeTemporaryFolder } from './temporary-folder.ts'

export const TEST_HOST = 'localhost:4000'

export interface TestPlatform extends Platform {
  readonly database: TestDatabase
  readonly documents: Documents
  /** Everything that was logged. */
  readonly logged: readonly unknown[]
  close(): Promise<void>
}

export async function createTestPlatform(
  options: Pick<PlatformOptions, 'phoneReach' | 'closeDocumentTo'> & {
    config?: Partial<PlatformConfig>
    templates?: readonly ProgramTemplate[]
    documents?: Documents
    mailer?: Mailer
    textSender?: TextSender
  } = {},
): Promise<TestPlatform> {
  const database = await createTestDatabase()
  const folder = await makeTemporaryFolder('shopwright-blobs-')
  const logged: unknown[] = []
  const documents = options.documents ?? createMemoryDocuments()
  const platform = await createPlatform({
    pool: database.pool,
    documents,
    ...(options.mailer && { mailer: options.mailer }),
    ...(options.textSender && { textSender: options.textSender }),
    ...(options.templates && { templates: options.templates }),
    ...(options.phoneReach && { phoneReach: options.phoneReach }),
    ...(options.closeDocumentTo && { closeDocumentTo: options.closeDocumentTo }),
    log: (entry) => logged.push(entry),
    config: {
      publicUrl: `http://${TEST_HOST}`,
      programHost: TEST_HOST,
      trustProxy: false,
      demo: true,
      withheld: new Set(),
      offlineReading: true,
      sharedCode: false,
      secret: 'a secret of the tests, long enough',
      blobFolder: folder,
      runtimeFolder: join(folder, 'runtime'),
      ...options.config,
    },
  })
  return {
    ...platform,
    database,
    documents,
    logged,
    async close() {
      await platform.stop()
      await database.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly body: unknown
}

/** One browser: keeps its cookies, says where its requests come from. */
export interface Visitor {
  readonly cookies: ReadonlyMap<string, string>
  call(
    method: string,
    path: string,
    options?: { body?: unknown; headers?: Record<string, string>; host?: string },
  ): Promise<Answer>
}

export function visit(platform: Pick<Platform, 'app'>): Visitor {
  const cookies = new Map<string, string>()
  return {
    cookies,
    async call(method, path, { body, headers = {}, host = TEST_HOST } = {}) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      const response = await platform.app.request(`http://${host}${path}`, {
        method,
        headers: {
          host,
          ...(method !== 'GET' && { origin: `http://${host}`, 'sec-fetch-site': 'same-origin' }),
          ...(body !== undefined && !(body instanceof FormData) && { 'content-type': 'application/json' }),
          ...(cookie && host === TEST_HOST && { cookie }),
          ...headers,
        },
        ...(body !== undefined && { body: body instanceof FormData ? body : JSON.stringify(body) }),
      })
      for (const line of response.headers.getSetCookie()) keepCookie(cookies, line)
      return { status: response.status, headers: response.headers, body: await readAnswer(response) }
    },
  }
}

export async function signUp(platform: Pick<Platform, 'app'>, name = 'Ann'): Promise<Visitor & { me: Me }> {
  const visitor = visit(platform)
  const email = `${name.toLowerCase()}-${crypto.randomUUID()}@example.com`
  const answer = await visitor.call('POST', `${merchantPaths.auth}/sign-up/email`, {
    body: { name, email, password: 'a good password' },
  })
  if (answer.status !== 200) throw new Error(`Sign-up failed: ${JSON.stringify(answer.body)}`)
  return { ...visitor, me: me.parse((await visitor.call('GET', merchantPaths.me)).body) }
}

/** A program of this person's first workspace, made from the first template. */
export async function makeProgram(
  platform: TestPlatform,
  owner: Visitor & { me: Me },
  name = 'Lucky Noodles',
): Promise<Program> {
  const workspaceId = owner.me.workspaces[0]?.id ?? ''
  const templateId = platform.services.templates[0]?.id ?? ''
  const answer = await owner.call('POST', merchantPaths.programs(workspaceId), {
    body: { templateId, name, language: 'en' },
  })
  if (answer.status !== 201) throw new Error(`No program was made: ${JSON.stringify(answer.body)}`)
  return program.parse(answer.body)
}

/** Lets `guest` into a program by a link that `owner` makes. */
export async function letIn(owner: Visitor, guest: Visitor, invitationsPath: string, role: Role): Promise<void> {
  const made = await owner.call('POST', invitationsPath, { body: { role } })
  const { invitation } = inviteResult.parse(made.body)
  const key = invitation.link.slice(invitation.link.lastIndexOf('/') + 1)
  const answer = await guest.call('POST', merchantPaths.acceptInvitation(key))
  if (answer.status !== 200) throw new Error(`Not let in: ${JSON.stringify(answer.body)}`)
}

/** Makes somebody a member of a whole workspace, past every invitation. */
export async function employ(platform: TestPlatform, person: { me: Me }, tenantId: string, role: Role): Promise<void> {
  await withTenant(platform.services.db, tenantId, (tx) =>
    asBeginning(tx)
      .insertInto('workspace_member')
      .values({ tenant_id: tenantId, user_id: person.me.user.id, role })
      .execute(),
  )
}

export function codeOf(answer: Answer): string {
  return z.object({ error: z.object({ code: z.string() }) }).parse(answer.body).error.code
}

async function readAnswer(response: Response): Promise<unknown> {
  if (!response.headers.get('content-type')?.includes('application/json')) return response.text()
  return response.json()
}

function keepCookie(cookies: Map<string, string>, line: string): void {
  const [pair = ''] = line.split(';')
  const at = pair.indexOf('=')
  const name = pair.slice(0, at)
  if (/max-age=0/i.test(line)) cookies.delete(name)
  else cookies.set(name, pair.slice(at + 1))
}
