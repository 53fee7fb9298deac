import { attemptKey } from '../accounts/auth.ts'
import { limitAttempts } from '../accounts/limit-attempts.ts'
import type { Language } from '../contract/merchant.ts'
import { commentPath } from '../contract/routes.ts'
import type { Services } from '../services.ts'
import { inShop } from '../shop/scope.ts'
import type { ShopScope } from '../shop/scope.ts'
import { mentionLetter } from './mention-letter.ts'
import type { Said } from './say.ts'

/** More letters than this nobody wants; what is in the editor says it all anyway. */
const lettersPerPerson = { most: 30, windowSeconds: 60 * 60 }

/**
 * Tells those who are named by mail, where a mail server is set. It runs after the commit and is not waited for: a
 * comment stands without its letters.
 */
export async function mailMentions(
  services: Services,
  scope: ShopScope,
  { threadId, named }: Said,
  letter: { readonly author: string; readonly body: string; readonly language: Language },
): Promise<void> {
  const { mailer, db, secret, config, log } = services
  const addresses = named.flatMap(({ id, email }) => (email === null ? [] : [{ id, email }]))
  if (!mailer || addresses.length === 0) return
  const { name } = await inShop({ db }, scope, ({ tx, programId }) =>
    tx.selectFrom('program').select('name').where('id', '=', programId).executeTakeFirstOrThrow(),
  )
  const link = config.publicUrl + commentPath(scope.programId, threadId)
  for (const { id, email } of addresses) {
    try {
      await limitAttempts(db, attemptKey(secret, 'mention', id), lettersPerPerson)
      await mailer.send(mentionLetter(email, { ...letter, program: name, link }, letter.language))
    } catch (error) {
      log({ event: 'mail-failed', error: error instanceof Error ? error.name : 'unknown' })
    }
  }
}
