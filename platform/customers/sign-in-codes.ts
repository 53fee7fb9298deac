/** One-time codes: six digits, for five minutes, five tries, once, for the browser that asked. */
import { randomInt, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import { attemptKey } from '../accounts/auth.ts'
import { limitAttempts } from '../accounts/limit-attempts.ts'
import { enterCustomer, withSecret } from '../db/database.ts'
import type { Database, ScopedTx } from '../db/database.ts'
import { uuidv7 } from '../db/uuidv7.ts'
import type { Contact } from './contact.ts'
import { hmacOf, newSecret, sha256Of } from './secret.ts'

export const mostTries = 5
const codeMinutes = 5
const hourS = 60 * 60

const limits = {
  /** Nobody's phone is made to ring more often. */
  perContact: { most: 5, windowSeconds: hourS },
  perAddress: { most: 30, windowSeconds: hourS },
  /** A shop's page that asks for codes on its own is stopped, and so is the bill for its messages. */
  perProgram: { most: 300, windowSeconds: hourS },
  /** Guesses over all codes of one address. */
  triesPerAddress: { most: 60, windowSeconds: hourS },
}

interface SignInContext {
  readonly db: Database
  readonly secret: string
}

export interface CodeRequest {
  readonly contact: Contact
  readonly clientAddress: string
  /** The program that wants the sign-in; absent on the account's own page. */
  readonly programId?: string
}

/**
 * Makes a code. It is the caller's to send; here only its HMAC is kept.
 * @returns the token for the cookie of the browser that asked
 * @throws Failure `too-many-requests`
 */
export async function makeCode(
  { db, secret }: SignInContext,
  { contact, clientAddress, programId }: CodeRequest,
): Promise<{ readonly token: string; readonly code: string }> {
  const limit = (kind: keyof typeof limits, who: string) =>
    limitAttempts(db, attemptKey(secret, `code-${kind}`, who), limits[kind])
  await limit('perAddress', clientAddress)
  if (programId !== undefined) await limit('perProgram', programId)
  await limit('perContact', `${contact.kind}:${contact.value}`)
  const token = newSecret()
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const hash = sha256Of(token)
  await withSecret(db, hash, (tx) =>
    tx
      .insertInto('sign_in_code')
      .values({
        token_sha256: hash,
        kind: contact.kind,
        contact: contact.value,
        code_hmac: codeHmac(secret, token, code),
        expires_at: sql<Date>`now() + make_interval(mins => ${codeMinutes})`,
      })
      .execute(),
  )
  return { token, code }
}

/** Whom the open code of this cookie went to; undefined when there is none, or it is over. */
export function findOpenCode(db: Database, token: string): Promise<Contact | undefined> {
  const hash = sha256Of(token)
  return withSecret(db, hash, (tx) =>
    tx
      .selectFrom('sign_in_code')
      .select(['kind', 'contact as value'])
      .where('token_sha256', '=', hash)
      .where('used_at', 'is', null)
      .where('tries', '<', mostTries)
      .where('expires_at', '>', sql<Date>`now()`)
      .executeTakeFirst(),
  )
}

export type CodeCheck =
  | { readonly is: 'right'; readonly customerId: string }
  | { readonly is: 'wrong'; readonly triesLeft: number }
  | { readonly is: 'over' }

/**
 * Holds a code against what was sent. The try is counted by the statement that looks, so a burst of guesses is counted
 * exactly; the right code is used up in the same transaction. Whoever signs in for the first time becomes a customer.
 * @throws Failure `too-many-requests`
 */
export async function checkCode(
  { db, secret }: SignInContext,
  { token, typed, clientAddress }: { readonly token: string; readonly typed: string; readonly clientAddress: string },
): Promise<CodeCheck> {
  await limitAttempts(db, attemptKey(secret, 'code-tries', clientAddress), limits.triesPerAddress)
  const hash = sha256Of(token)
  return withSecret(db, hash, async (tx) => {
    const sent = await tx
      .updateTable('sign_in_code')
      .set((eb) => ({ tries: eb('tries', '+', 1) }))
      .where('token_sha256', '=', hash)
      .where('used_at', 'is', null)
      .where('tries', '<', mostTries)
      .where('expires_at', '>', sql<Date>`now()`)
      .returningAll()
      .executeTakeFirst()
    if (!sent) return { is: 'over' }
    if (!timingSafeEqual(codeHmac(secret, token, typed), sent.code_hmac))
      return { is: 'wrong', triesLeft: mostTries - sent.tries }
    await tx
      .updateTable('sign_in_code')
      .set({ used_at: sql<Date>`now()` })
      .where('token_sha256', '=', hash)
      .execute()
    return { is: 'right', customerId: await findOrMakeCustomer(tx, { kind: sent.kind, value: sent.contact }) }
  })
}

/** For the background: what was over an hour ago says nothing any more, and names people. */
export async function dropOldCodes(db: Database): Promise<void> {
  for (const table of ['sign_in_code', 'sandbox_message'] as const)
    await db
      .deleteFrom(table)
      .where('expires_at', '<', sql<Date>`now() - interval '1 hour'`)
      .execute()
}

function codeHmac(secret: string, token: string, code: string): Buffer {
  return hmacOf(secret, 'sign-in-code', token, code)
}

/** Of two that sign in with one new contact at once, the later one finds what the first one made. */
async function findOrMakeCustomer(tx: ScopedTx, contact: Contact): Promise<string> {
  await sql`SELECT set_config('app.contact', ${`${contact.kind}:${contact.value}`}, true)`.execute(tx)
  const find = () =>
    tx
      .selectFrom('customer_contact')
      .select('customer_id')
      .where('kind', '=', contact.kind)
      .where('value', '=', contact.value)
      .executeTakeFirst()
  const known = await find()
  if (known) return known.customer_id
  const id = uuidv7()
  await enterCustomer(tx, id)
  await tx
    .insertInto('customer')
    .values({ id, [contact.kind]: contact.value })
    .execute()
  const inserted = await tx
    .insertInto('customer_contact')
    .values({ ...contact, customer_id: id })
    .onConflict((conflict) => conflict.columns(['kind', 'value']).doNothing())
    .returning('customer_id')
    .executeTakeFirst()
  if (inserted) return id
  await tx.deleteFrom('customer').where('id', '=', id).execute()
  const first = await find()
  if (!first) throw new Error('A contact is taken and cannot be found')
  return first.customer_id
}
