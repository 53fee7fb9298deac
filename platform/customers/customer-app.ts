/** The platform's pages for customers: signing in for a program and saying what it may know, the account, the demo's messages. */
import { Hono } from 'hono'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { customerPaths } from '../contract/routes.ts'
import { checkOrigin } from '../http/check-origin.ts'
import { clientAddressOf } from '../http/create-api.ts'
import type { Api } from '../http/create-api.ts'
import { failureOf } from '../http/failure.ts'
import { answerAccount, showAccount } from './account-flow.ts'
import { answerLogin, showLogin } from './login-flow.ts'
import type { CustomerCall, Step } from './customer-call.ts'
import { messagePage } from './account-page.ts'
import { overPage } from './login-pages.ts'
import { pagePolicy } from './page.ts'
import { findMessage } from './sandbox-outbox.ts'
import type { SignInServices } from './sign-in-steps.ts'
import { customerLanguage, customerWords } from './words.ts'
import type { ShopDb } from '#platform/shop/scope.ts'

const mostBodyBytes = 8 * 1024

export function createCustomerApp(services: SignInServices & ShopDb): Api {
  const app: Api = new Hono()
  app.use(customerPaths.login(':token'), bodyLimit({ maxSize: mostBodyBytes }))
  app.use(customerPaths.account, bodyLimit({ maxSize: mostBodyBytes }))
  app.get(customerPaths.login(':token'), (c) => run(c, (call) => showLogin(call, c.req.param('token'))))
  app.post(customerPaths.login(':token'), (c) => run(c, (call) => answerLogin(call, c.req.param('token'))))
  app.get(customerPaths.account, (c) => run(c, showAccount))
  app.post(customerPaths.account, (c) => run(c, answerAccount))
  app.get(customerPaths.outbox(':key'), (c) =>
    run(c, async ({ scene }) => {
      const page = scene('en')
      const message = await findMessage(services.db, c.req.param('key'))
      return message
        ? { html: messagePage(page, message) }
        : { html: overPage(page, page.words.noMessageTitle, page.words.noMessageText), status: 404 }
    }),
  )
  app.onError((error, c) => {
    const failure = failureOf(error)
    if (failure.code === 'internal')
      services.log({ event: 'customer-page-failed', route: c.req.routePath, error: `${error.name}: ${error.message}` })
    return c.text(
      failure.code === 'forbidden' ? 'Forbidden' : 'Something went wrong; try again',
      failure.code === 'forbidden' ? 403 : 500,
    )
  })
  return app

  async function run(c: Context, work: (call: CustomerCall) => Promise<Step>): Promise<Response> {
    checkOrigin(c.req.raw, services.config)
    const form = c.req.method === 'POST' ? new URLSearchParams(await c.req.text()) : new URLSearchParams()
    const step = await work({
      c,
      services,
      form,
      clientAddress: clientAddressOf(c, services.config.trustProxy),
      scene(fallback) {
        const language = customerLanguage(c.req.query('lang'), c.req.header('accept-language'), fallback)
        return {
          language,
          words: customerWords(language),
          isDemo: services.senders.some(({ isSandbox }) => isSandbox),
          otherLanguageUrl: `${c.req.path}?lang=${language === 'en' ? 'zh-CN' : 'en'}`,
        }
      },
    })
    for (const [name, value] of Object.entries(pageHeaders)) c.header(name, value)
    if ('goTo' in step) return c.redirect(step.goTo, 303)
    c.header('content-security-policy', pagePolicy(step.programOrigin))
    return c.html(step.html, step.status ?? 200)
  }
}

const pageHeaders = {
  'cache-control': 'no-store',
  // Nothing leaves this origin; with no referrer at all, browsers would not say either where a form was posted from.
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
}
