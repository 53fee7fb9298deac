/** Signing in on a page of the platform: a contact, then the code that was sent there. Two pages share it. */
import type { Context } from 'hono'
import type { CountryCode } from 'libphonenumber-js'
import { Failure } from '../http/failure.ts'
import type { Services } from '../services.ts'
import type { CodeSender } from './code-sender.ts'
import { maskContact, parseContact } from './contact.ts'
import { dropCookie, readCookie, writeCookie } from './customer-cookies.ts'
import { findCustomerSession, openCustomerSession } from './customer-sessions.ts'
import { codePage, contactPage } from './login-pages.ts'
import type { PageScene } from './page.ts'
import { hmacOf } from './secret.ts'
import { checkCode, findOpenCode, makeCode } from './sign-in-codes.ts'
import type { LoginReason } from '#model/shop/customers.ts'

export type SignInServices = Pick<Services, 'db' | 'secret' | 'log' | 'config'> & {
  readonly senders: readonly CodeSender[]
}

export interface SignInScene {
  readonly page: PageScene
  readonly asked: { readonly shopName: string; readonly reason: LoginReason; readonly programId: string } | undefined
  readonly country: CountryCode
  readonly clientAddress: string
  readonly outboxUrl: (key: string) => string
}

export interface SignedInCustomer {
  readonly id: string
  readonly sessionToken: string
}

export async function findSignedInCustomer(
  { db }: Pick<Services, 'db'>,
  c: Context,
): Promise<SignedInCustomer | undefined> {
  const sessionToken = readCookie(c, 'session')
  const id = sessionToken === undefined ? undefined : await findCustomerSession(db, sessionToken)
  return sessionToken === undefined || id === undefined ? undefined : { id, sessionToken }
}

/** The page of the step that this browser is at. */
export async function showSignIn(
  services: SignInServices,
  c: Context,
  scene: SignInScene,
  problem?: string,
  typed = '',
): Promise<string> {
  const token = readCookie(c, 'code')
  const sentTo = token === undefined ? undefined : await findOpenCode(services.db, token)
  const view = { scene: scene.page, asked: scene.asked, problem }
  if (token === undefined || !sentTo) {
    const kinds = services.senders.map(({ kind }) => kind)
    return contactPage(view, kinds, typed)
  }
  const isSandbox = services.senders.some(({ kind, isSandbox }) => isSandbox && kind === sentTo.kind)
  return codePage(view, maskContact(sentTo), isSandbox ? scene.outboxUrl(outboxKey(services.secret, token)) : undefined)
}

/** What came of a step: done, or the sentence that is shown above the form. */
export type StepOutcome = { readonly is: 'done' } | { readonly is: 'problem'; readonly text: string }

/** @returns undefined for an action that is none of signing in */
export async function takeSignInStep(
  services: SignInServices,
  c: Context,
  scene: SignInScene,
  form: URLSearchParams,
): Promise<StepOutcome | undefined> {
  const { errors } = scene.page.words
  try {
    switch (form.get('action')) {
      case 'send':
        return await sendCode(services, c, scene, form.get('contact') ?? '')
      case 'check':
        return await signIn(services, c, scene, form.get('code') ?? '')
      case 'other':
        dropCookie(c, 'code')
        return { is: 'done' }
      default:
        return undefined
    }
  } catch (error) {
    if (error instanceof Failure && error.code === 'too-many-requests') return problem(errors['too-many'])
    throw error
  }
}

async function sendCode(services: SignInServices, c: Context, scene: SignInScene, typed: string): Promise<StepOutcome> {
  const { language, words } = scene.page
  const contact = parseContact(typed, scene.country)
  if (!contact) return problem(words.errors.contact)
  const sender = services.senders.find(({ kind }) => kind === contact.kind)
  if (!sender) return problem(words.errors[contact.kind === 'phone' ? 'only-email' : 'only-phone'])
  const { clientAddress, asked } = scene
  const { token, code } = await makeCode(services, {
    contact,
    clientAddress,
    ...(asked && { programId: asked.programId }),
  })
  try {
    const asker = asked?.shopName ?? words.platform
    await sender.send({ to: contact.value, code, language, asker, outboxKey: outboxKey(services.secret, token) })
  } catch (error) {
    services.log({ event: 'code-not-sent', kind: contact.kind, error: (error as Error).name })
    return problem(words.errors['not-sent'])
  }
  writeCookie(c, 'code', token, services.config.publicUrl.startsWith('https:'))
  return { is: 'done' }
}

async function signIn(services: SignInServices, c: Context, scene: SignInScene, typed: string): Promise<StepOutcome> {
  const { errors } = scene.page.words
  const token = readCookie(c, 'code')
  if (token === undefined) return problem(errors.over)
  const checked = await checkCode(services, {
    token,
    typed: typed.replaceAll(/\D/g, ''),
    clientAddress: scene.clientAddress,
  })
  if (checked.is === 'wrong') return problem(checked.triesLeft > 0 ? errors.wrong(checked.triesLeft) : errors.over)
  dropCookie(c, 'code')
  if (checked.is === 'over') return problem(errors.over)
  const session = await openCustomerSession(services.db, checked.customerId)
  writeCookie(c, 'session', session, services.config.publicUrl.startsWith('https:'))
  return { is: 'done' }
}

function problem(text: string): StepOutcome {
  return { is: 'problem', text }
}

/** Another secret than the cookie's, made from it, so that nothing has to be kept to find the message again. */
function outboxKey(secret: string, token: string): string {
  return hmacOf(secret, 'outbox', token).toString('base64url')
}
