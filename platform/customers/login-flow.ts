/** A program asks: the customer signs in, sees what it wants to know and why, and says yes or no. */
import type { CountryCode } from 'libphonenumber-js'
import type { CustomerField } from '#model/shop/customers.ts'
import { customerPaths } from '#platform/contract/routes.ts'
import { programUrl } from '#platform/config.ts'
import { withTenant } from '#platform/db/database.ts'
import { loadZones } from '#platform/delivery/zones.ts'
import { loadShop } from '#platform/shop/load-shop-data.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import { inShop } from '#platform/shop/scope.ts'
import { agreedFields } from './consents.ts'
import { countryOf } from './contact.ts'
import type { CustomerCall, Step } from './customer-call.ts'
import { endCustomerSessions } from './customer-sessions.ts'
import { dropCookie } from './customer-cookies.ts'
import { findKnown, knowCustomer } from './link-browser.ts'
import { findOpenLogin, grantLogin, refuseLogin } from './login-requests.ts'
import type { OpenLogin } from './login-requests.ts'
import { overPage, sharePage } from './login-pages.ts'
import type { PageScene } from './page.ts'
import { loadProfile, saveProfile } from './profile.ts'
import { readShared } from './shared-fields.ts'
import { findSignedInCustomer, showSignIn, takeSignInStep } from './sign-in-steps.ts'
import type { SignInScene, SignedInCustomer } from './sign-in-steps.ts'
import type { CustomerLanguage } from './words.ts'

interface Asker {
  readonly shopName: string
  readonly origin: string
  readonly language: CustomerLanguage
  readonly country: CountryCode
}

export async function showLogin(call: CustomerCall, token: string): Promise<Step> {
  const login = await findOpenLogin(call.services.db, token)
  if (!login) return over(call)
  const asker = await loadAsker(call, login)
  const customer = await findSignedInCustomer(call.services, call.c)
  if (!customer) return { html: await showSignIn(call.services, call.c, signInScene(call, login, asker)) }
  return drawShare(call, login, asker, customer)
}

export async function answerLogin(call: CustomerCall, token: string): Promise<Step> {
  const { c, services, form } = call
  const login = await findOpenLogin(services.db, token)
  if (!login) return over(call)
  const asker = await loadAsker(call, login)
  if (form.get('action') === 'refuse') {
    await answered(inShop(services, login, (at) => refuseLogin(at, login)))
    return { goTo: asker.origin + login.returnPath }
  }
  const customer = await findSignedInCustomer(services, c)
  const again = c.req.path + new URL(c.req.url).search
  if (!customer) {
    const scene = signInScene(call, login, asker)
    const outcome = await takeSignInStep(services, c, scene, form)
    if (outcome?.is !== 'problem') return { goTo: again }
    return { html: await showSignIn(services, c, scene, outcome.text, form.get('contact') ?? ''), status: 422 }
  }
  if (form.get('action') === 'switch') {
    await endCustomerSessions(services.db, customer.id, customer.sessionToken)
    dropCookie(c, 'session')
    return { goTo: again }
  }
  if (form.get('action') !== 'allow') return { goTo: again }
  return allow(call, login, asker, customer)
}

async function allow(call: CustomerCall, login: OpenLogin, asker: Asker, customer: SignedInCustomer): Promise<Step> {
  const { services, form } = call
  const { words, language } = call.scene(asker.language)
  const shared = readShared(form, login.fields, asker.country)
  if (!shared.ok) return drawShare(call, login, asker, customer, words.errors.field(words.field[shared.missing]))
  await saveProfile(services.db, customer.id, shared.values)
  const code = await answered(
    inShop(services, login, async (at) =>
      grantLogin(at, login, {
        workspaceCustomerId: await knowCustomer(at, customer.id),
        sessionToken: customer.sessionToken,
        fields: shared.fields,
        language,
      }),
    ),
  )
  return code === undefined ? over(call) : { goTo: `${asker.origin}${customerPaths.loginReturn}#${code}` }
}

async function drawShare(
  call: CustomerCall,
  login: OpenLogin,
  asker: Asker,
  customer: SignedInCustomer,
  problem?: string,
): Promise<Step> {
  const { services, form } = call
  const profile = await loadProfile(services.db, customer.id)
  const agreed = await inShop(services, login, async (at) => {
    const known = await findKnown(at, customer.id)
    return known === undefined ? new Set<CustomerField>() : agreedFields(at, known)
  })
  const zones = login.fields.includes('area') ? await inShop(services, login, loadZones) : []
  const html = sharePage({
    scene: call.scene(asker.language),
    asked: { shopName: asker.shopName, reason: login.reason },
    problem,
    signedInAs: profile.signedInAs,
    areas: zones.flatMap(({ areas }) => areas.filter((area) => !area.endsWith('*'))),
    fields: login.fields.map((field) => ({
      field,
      value: form.get(field) ?? profile[field],
      // What is asked for is what the customer came here to give; what they unticked before stays so.
      ticked: form.has('action')
        ? form.getAll('share').includes(field)
        : agreed.size === 0 || agreed.has(field) || isNewlyAsked(field, agreed),
    })),
  })
  return { html, programOrigin: asker.origin, status: problem === undefined ? 200 : 422 }
}

/** Who shared a number before and now wants something delivered came here to say where. */
function isNewlyAsked(field: CustomerField, agreed: ReadonlySet<CustomerField>): boolean {
  return (field === 'area' || field === 'address') && !agreed.has('area')
}

async function loadAsker({ services }: CustomerCall, { tenantId, programId }: OpenLogin): Promise<Asker> {
  return withTenant(services.db, tenantId, async (tx) => {
    const shop = await loadShop({ tx, programId })
    const program = await tx
      .selectFrom('program')
      .select(['label', 'language'])
      .where('id', '=', programId)
      .executeTakeFirstOrThrow()
    return {
      shopName: shop.name,
      origin: programUrl(services.config, program.label),
      language: program.language,
      country: countryOf(shop.phone),
    }
  })
}

function signInScene(call: CustomerCall, login: OpenLogin, asker: Asker): SignInScene {
  return {
    page: call.scene(asker.language),
    asked: { shopName: asker.shopName, reason: login.reason, programId: login.programId },
    country: asker.country,
    clientAddress: call.clientAddress,
    outboxUrl: customerPaths.outbox,
  }
}

function over(call: CustomerCall): Step {
  const scene: PageScene = call.scene('en')
  return { html: overPage(scene, scene.words.overTitle, scene.words.overText), status: 404 }
}

/** Undefined when somebody, mostly the same person in another tab, was faster. */
async function answered<Value>(work: Promise<Value>): Promise<Value | undefined> {
  return work.catch((error: unknown) => {
    if (error instanceof ShopRefusal && error.failure.code === 'conflict') return undefined
    throw error
  })
}
