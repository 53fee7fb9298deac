/** A browser with its cookies on the platform's origin, and what a program's page keeps on its own. */
import type { Customer, LoginRequest } from '#model/shop/customers.ts'
import { visitorPaths } from '#platform/contract/routes.ts'
import type { Platform } from '#platform/create-platform.ts'
import { TEST_HOST } from '#platform/testing/platform.ts'

export interface ShopReply<Body> {
  readonly status: number
  readonly body: Body
}

export interface PageReply {
  readonly status: number
  readonly html: string
  readonly location: string | null
  readonly headers: Headers
}

export type CustomerBrowser = ReturnType<typeof customerBrowser>

/** @param origin - of the program that is open in it */
export function customerBrowser(platform: Pick<Platform, 'app'>, origin: string, address = '10.0.0.1') {
  const cookies = new Map<string, string>()
  let token = ''

  async function shop<Body = { error: { code: string } }>(
    method: 'GET' | 'POST',
    path: string,
    body?: unknown,
    at = origin,
  ): Promise<ShopReply<Body>> {
    const response = await platform.app.request(at + path, {
      method,
      headers: {
        host: new URL(at).host,
        origin: at,
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
        ...(token && { authorization: `Bearer ${token}` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return { status: response.status, body: (await response.json().catch(() => null)) as Body }
  }

  async function page(
    path: string,
    form?: Record<string, string | readonly string[]>,
    headers = {},
  ): Promise<PageReply> {
    const fields = Object.entries(form ?? {}).flatMap(([name, value]) => [value].flat().map((each) => [name, each]))
    const response = await platform.app.request(`http://${TEST_HOST}${path}`, {
      method: form ? 'POST' : 'GET',
      headers: {
        host: TEST_HOST,
        'accept-language': 'en',
        'x-forwarded-for': address,
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(form && { origin: `http://${TEST_HOST}`, 'content-type': 'application/x-www-form-urlencoded' }),
        ...headers,
      },
      ...(form && { body: new URLSearchParams(fields).toString() }),
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (/max-age=0/i.test(line)) cookies.delete(name)
      else cookies.set(name, value)
    }
    const { status, headers: answered } = response
    return { status, html: await response.text(), location: answered.get('location'), headers: answered }
  }

  return {
    cookies,
    shop,
    page,
    async begin(visitorKey: string | null = null): Promise<string> {
      token = ''
      const { body } = await shop<{ token: string; visitorKey: string }>('POST', visitorPaths.session, { visitorKey })
      token = body.token
      return body.visitorKey
    },
    /** @returns path of the page that asks */
    async ask(request: Partial<LoginRequest> & Pick<LoginRequest, 'nodeId'>): Promise<string> {
      const whole = { reason: 'membership', fields: ['name', 'phone'], returnTo: '/menu', ...request }
      const { status, body } = await shop<{ loginUrl: string }>('POST', visitorPaths.logins, whole)
      if (status !== 201) throw new Error(`Asking was refused: ${JSON.stringify(body)}`)
      return new URL(body.loginUrl).pathname
    },
    /** Signs in on a page with a code as the demo shows it. */
    async signIn(path: string, contact: string): Promise<PageReply> {
      await page(path, { action: 'send', contact })
      return page(path, { action: 'check', code: await this.readCode(path) })
    },
    async readCode(path: string): Promise<string> {
      const { html } = await page(path)
      const outbox = /href="(\/customer\/outbox\/[\w-]+)"/.exec(html)?.[1]
      if (outbox === undefined) throw new Error('The page shows no message')
      return /\b\d{6}\b/.exec((await page(outbox)).html.replace(/<style>.*?<\/style>/s, ''))?.[0] ?? ''
    },
    /** Agrees, and comes back to the program with the code. */
    async agree(
      path: string,
      form: Record<string, string | readonly string[]>,
    ): Promise<ShopReply<{ returnTo: string }>> {
      const { location } = await page(path, { action: 'allow', ...form })
      return shop('POST', visitorPaths.loginCodes, { code: location?.split('#')[1] ?? '' })
    },
    async customer(): Promise<Customer | null> {
      return (await shop<Customer | null>('GET', visitorPaths.customer)).body
    },
  }
}
