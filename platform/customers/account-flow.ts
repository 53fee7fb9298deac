/** A customer's own page: which shops may know them, and the end of that. */
import { customerPaths } from '#platform/contract/routes.ts'
import { programUrl } from '#platform/config.ts'
import { isId } from '#platform/shop/scope.ts'
import { accountPage } from './account-page.ts'
import { loadOwnConsents, withdrawConsent } from './consents.ts'
import type { CustomerCall, Step } from './customer-call.ts'
import { dropCookie } from './customer-cookies.ts'
import { loadProfile } from './profile.ts'
import { findSignedInCustomer, showSignIn, takeSignInStep } from './sign-in-steps.ts'
import type { SignedInCustomer, SignInScene } from './sign-in-steps.ts'
import { signOutCustomer } from './sign-out.ts'

export async function showAccount(call: CustomerCall): Promise<Step> {
  const customer = await findSignedInCustomer(call.services, call.c)
  if (customer) return { html: await drawAccount(call, customer, false) }
  return { html: await showSignIn(call.services, call.c, signInScene(call)) }
}

export async function answerAccount(call: CustomerCall): Promise<Step> {
  const { c, services, form } = call
  const again = { goTo: c.req.path + new URL(c.req.url).search }
  const customer = await findSignedInCustomer(services, c)
  if (!customer) {
    const outcome = await takeSignInStep(services, c, signInScene(call), form)
    if (outcome?.is !== 'problem') return again
    const html = await showSignIn(services, c, signInScene(call), outcome.text, form.get('contact') ?? '')
    return { html, status: 422 }
  }
  const action = form.get('action')
  if (action === 'sign-out' || action === 'sign-out-all') {
    await signOutCustomer(services.db, customer.id, action === 'sign-out-all' ? 'all' : customer.sessionToken)
    dropCookie(c, 'session')
    return again
  }
  const consentId = form.get('consent') ?? ''
  if (action !== 'withdraw' || !isId(consentId)) return again
  await withdrawConsent(services.db, customer.id, consentId)
  return { html: await drawAccount(call, customer, true) }
}

async function drawAccount(call: CustomerCall, { id }: SignedInCustomer, justWithdrawn: boolean): Promise<string> {
  const { db, config } = call.services
  const consents = await loadOwnConsents(db, id)
  return accountPage({
    scene: call.scene('en'),
    signedInAs: (await loadProfile(db, id)).signedInAs,
    consents: consents.map((each) => ({ ...each, shopUrl: programUrl(config, each.label) })),
    justWithdrawn,
  })
}

function signInScene(call: CustomerCall): SignInScene {
  return {
    page: call.scene('en'),
    asked: undefined,
    country: 'CN',
    clientAddress: call.clientAddress,
    outboxUrl: customerPaths.outbox,
  }
}
