/** A program's wish to know who its customer is: made on its origin, answered on the platform's, ended on its own again. */
import { sql } from 'kysely'
import type { CustomerField, LoginReason, LoginRequest } from '#model/shop/customers.ts'
import { withSecret } from '#platform/db/database.ts'
import type { Database } from '#platform/db/database.ts'
import { uuidv7 } from '#platform/db/uuidv7.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import type { ShopScope, ShopTx } from '#platform/shop/scope.ts'
import { agree } from './consents.ts'
import { linkBrowser } from './link-browser.ts'
import { returnPathOf } from './return-path.ts'
import { newSecret, sha256Of } from './secret.ts'

const answerMinutes = 15
const codeMinutes = 5

interface Asking {
  readonly browserId: string
  readonly releaseId: string
  /** Of the program. */
  readonly origin: string
}

/**
 * @returns the token for the address of the page that asks
 * @throws ShopRefusal `bad-request` for a way back that leads out of the program
 */
export async function beginLogin(
  { tx, keys }: ShopTx,
  { browserId, releaseId, origin }: Asking,
  request: LoginRequest,
): Promise<string> {
  const returnPath = returnPathOf(request.returnTo, origin)
  if (returnPath === undefined) throw new ShopRefusal('bad-request', 'returnTo must be a page of this program')
  const token = newSecret()
  await tx
    .deleteFrom('login_request')
    .where('program_id', '=', keys.program_id)
    .where('browser_id', '=', browserId)
    .where('expires_at', '<', sql<Date>`now() - interval '1 day'`)
    .execute()
  await tx
    .insertInto('login_request')
    .values({
      ...keys,
      id: uuidv7(),
      token_sha256: sha256Of(token),
      browser_id: browserId,
      release_id: releaseId,
      reason: request.reason,
      fields: [...new Set(request.fields)],
      return_path: returnPath,
      expires_at: sql<Date>`now() + make_interval(mins => ${answerMinutes})`,
    })
    .execute()
  return token
}

export interface OpenLogin extends ShopScope {
  readonly id: string
  readonly reason: LoginReason
  readonly fields: readonly CustomerField[]
  readonly returnPath: string
}

/** Undefined when nothing asks under this token, or it has been answered, or its time is over. */
export function findOpenLogin(db: Database, token: string): Promise<OpenLogin | undefined> {
  const hash = sha256Of(token)
  return withSecret(db, hash, (tx) =>
    tx
      .selectFrom('login_request')
      .select([
        'tenant_id as tenantId',
        'program_id as programId',
        'id',
        'reason',
        'fields',
        'return_path as returnPath',
      ])
      .where('token_sha256', '=', hash)
      .where('answered_at', 'is', null)
      .where('expires_at', '>', sql<Date>`now()`)
      .executeTakeFirst(),
  )
}

/**
 * The customer agrees that the program knows them again and reads these fields.
 * @param workspaceCustomerId - the id by which the program's workspace knows them
 * @returns the code that ends it on the program's origin
 * @throws ShopRefusal `conflict` when it was answered before or its time is over
 */
export async function grantLogin(
  at: ShopTx,
  login: OpenLogin,
  answer: {
    readonly workspaceCustomerId: string
    /** Of the session on the platform's origin. */
    readonly sessionToken: string
    readonly fields: readonly CustomerField[]
    readonly language: string
  },
): Promise<string> {
  const code = newSecret()
  const { release_id } = await answerLogin(at, login, {
    customer_id: answer.workspaceCustomerId,
    code_sha256: sha256Of(code),
    session_sha256: sha256Of(answer.sessionToken),
  })
  await agree(at, {
    customerId: answer.workspaceCustomerId,
    purpose: login.reason,
    fields: login.fields.filter((field) => answer.fields.includes(field)),
    releaseId: release_id,
    language: answer.language,
  })
  return code
}

/** @throws ShopRefusal `conflict` when it was answered before or its time is over */
export async function refuseLogin(at: ShopTx, login: OpenLogin): Promise<void> {
  await answerLogin(at, login, {})
}

async function answerLogin(
  { tx, programId }: ShopTx,
  { id }: OpenLogin,
  answer: { readonly customer_id?: string; readonly code_sha256?: Buffer; readonly session_sha256?: Buffer },
): Promise<{ release_id: string }> {
  const answered = await tx
    .updateTable('login_request')
    .set({ ...answer, answered_at: sql<Date>`now()` })
    .where('program_id', '=', programId)
    .where('id', '=', id)
    .where('answered_at', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`)
    .returning('release_id')
    .executeTakeFirst()
  if (!answered) throw new ShopRefusal('conflict', 'This sign-in was answered, or its time is over', [id])
  return answered
}

/**
 * Ends it: from now on the browser stands for this customer. Only the browser that began it can, so a link that leads
 * somebody else through it gains nothing. The same browser may ask again while the code lasts and gets the same answer.
 * @returns where the customer wanted to go on
 * @throws ShopRefusal `not-found` for a code that is over, another browser's or another program's
 */
export async function redeemLogin(at: ShopTx, browserId: string, code: string): Promise<{ returnTo: string }> {
  const login = await at.tx
    .updateTable('login_request')
    .set((eb) => ({ redeemed_at: eb.fn.coalesce('redeemed_at', sql<Date>`now()`) }))
    .where('program_id', '=', at.programId)
    .where('code_sha256', '=', sha256Of(code))
    .where('browser_id', '=', browserId)
    .where('answered_at', '>', sql<Date>`now() - make_interval(mins => ${codeMinutes})`)
    .returning(['customer_id', 'session_sha256', 'return_path', sql<boolean>`redeemed_at = now()`.as('isFirst')])
    .executeTakeFirst()
  if (!login?.customer_id) throw new ShopRefusal('not-found', 'This sign-in is over, or was begun in another browser')
  if (login.isFirst) await linkBrowser(at, browserId, { customerId: login.customer_id, session: login.session_sha256 })
  return { returnTo: login.return_path }
}
