/**
 * Where hostile blocks and programs try to get out, one test an attempt. All of a file share one studio, one published
 * program and one other shop's program: an attempt must leave no mark on the editor, the platform or anybody else.
 */
import { createSocket } from 'node:dgram'
import type { AddressInfo } from 'node:net'
import { expect, test as base, type Browser, type BrowserContext, type Frame, type Page } from '@playwright/test'
import { knowsTheStudio } from './studio.ts'
import { startProduct, type ProductServer } from './server.ts'

export interface Ground {
  readonly product: ProductServer
  readonly context: BrowserContext
  readonly studio: Page
  /** The document that draws the canvas: whatever runs here is code of a block. */
  readonly frame: Frame
  /** A page of the hostile program. */
  readonly program: Page
  readonly programUrl: string
  /** Another merchant's program. */
  readonly otherUrl: string
  /** Requests that left for anywhere but this machine. */
  readonly leaked: string[]
}

/** Whatever is sent there has left the machine. */
export const evil = 'https://evil.example'
const markup = '<img src=x onerror="window.pwned=1"><script>window.pwned=1</script>'

export const test = base.extend<object, { readonly ground: Ground }>({
  ground: [
    async ({ browser }, use) => {
      const product = await startProduct()
      const ground = await prepare(browser, product)
      await use(ground)
      await ground.context.close()
      await product.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
})

async function prepare(browser: Browser, product: ProductServer): Promise<Ground> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const leaked: string[] = []
  await context.route(/evil\.example/, (route) => {
    leaked.push(route.request().url())
    return route.fulfill({
      status: 200,
      contentType: 'text/html',
      body: '<script>parent.postMessage("evil","*")</script>',
    })
  })
  await knowsTheStudio(context)
  const studio = await context.newPage()
  const headers = { origin: product.url }
  const call = async <Answer>(method: 'POST' | 'GET' | 'PATCH', path: string, data?: unknown): Promise<Answer> => {
    const answer = await studio.request.fetch(product.url + path, {
      method,
      headers,
      ...(data !== undefined && { data }),
    })
    expect(answer.ok(), `${method} ${path}: ${answer.status()}`).toBe(true)
    return (await answer.json()) as Answer
  }
  await call('POST', '/api/demo')
  const me = await call<{ workspaces: { id: string }[] }>('GET', '/api/me')
  const make = (name: string) =>
    call<{ id: string }>('POST', `/api/workspaces/${me.workspaces[0]!.id}/programs`, {
      templateId: 'noodle-shop',
      name,
      language: 'en',
    })
  const publish = async (id: string) =>
    (await call<{ url: string }>('POST', `/api/programs/${id}/releases`, { requestId: crypto.randomUUID() })).url
  const hostile = await make(markup.slice(0, 60))
  const other = await make('Other shop')
  const catalogue = await call<{ dishes: { id: string; version: number }[] }>(
    'GET',
    `/api/programs/${hostile.id}/catalogue`,
  )
  const [dish] = catalogue.dishes
  await call('PATCH', `/api/programs/${hostile.id}/catalogue/dishes/${dish!.id}`, {
    ifVersion: dish!.version,
    name: { en: markup.slice(0, 60), 'zh-CN': markup.slice(0, 60) },
    description: { en: markup, 'zh-CN': markup },
  })
  const [programUrl, otherUrl] = [await publish(hostile.id), await publish(other.id)]
  await studio.goto(`${product.url}/p/${hostile.id}`)
  await studio.frameLocator('iframe[title="Canvas"]').locator('[data-node]').first().waitFor()
  const frame = studio.frames().find((each) => each.url().endsWith('/runtime/frame.html'))!
  const program = await context.newPage()
  await program.goto(`${programUrl}/menu`)
  return { product, context, studio, frame, program, programUrl, otherUrl, leaked }
}

/** What attackers' code finds at hand. What a policy refuses, it reports: an attempt waits for that, not for some time. */
const tools = `
  const refusal = (what) => new Promise((done) => addEventListener('securitypolicyviolation', (event) => {
    if ([event.blockedURI, event.effectiveDirective].some((each) => each.includes(what))) done()
  }))
  const turn = () => new Promise((done) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = done
    port2.postMessage(0)
  })`

/**
 * Runs as the attacker's code.
 * @returns what it got hold of; a refusal of any kind is `refused`. What was neither granted nor refused fails the test.
 */
export function attempt(where: Frame | Page, code: string): Promise<unknown> {
  const guarded = `(async () => {
    ${tools}
    const late = new Promise((resolve) => setTimeout(() => resolve('nothing happened'), 20_000))
    const tried = new Promise((begin) => setTimeout(begin)).then(async () => { ${code} }).then((got) => got ?? 'refused', () => 'refused')
    return Promise.race([tried, late])
  })()`
  // Its own document is gone: it led itself to a page that was refused, or the browser ended it.
  const isGone = (error: Error) => /destroyed|navigat|detached|crashed/i.test(error.message)
  return where.evaluate(guarded).catch((error: Error) => (isGone(error) ? 'refused' : Promise.reject(error)))
}

/** A block can lead its own frame to nowhere; the studio begins it anew, and the next attempt has it back. */
export async function standingFrame({ frame }: Ground): Promise<Frame> {
  await frame.waitForURL(/\/runtime\/frame\.html$/)
  await frame.locator('[data-node]').first().waitFor()
  return frame
}

/** After any attempt: the editor is where it was, signed in, and nothing left the machine. */
export async function expectUnharmed({ studio, product, leaked }: Ground): Promise<void> {
  expect(studio.url()).toMatch(new RegExp(`^${product.url}/p/`))
  expect(leaked).toEqual([])
  expect(await studio.evaluate('window.pwned')).toBeUndefined()
  expect((await studio.request.get(`${product.url}/api/me`)).status()).toBe(200)
}

/** Adds a script and tells whether it ran. */
export const scriptWith = (attributes: string): string =>
  `const s = document.createElement('script'); ${attributes}
   const over = Promise.race([new Promise((done) => { s.onload = s.onerror = done }), refusal('inline')])
   document.head.append(s); await over; return window.pwned`

/** Frames something and reads it. */
export const frameOf = (source: string): string =>
  `const f = document.createElement('iframe'); ${source}
   const over = Promise.race([new Promise((done) => { f.onload = done }), refusal('frame-src')])
   document.body.append(f); await over
   try { return f.contentDocument.body.innerText || undefined } catch { return undefined } finally { f.remove() }`

/** Sends a form and waits until the policy has refused it. */
export const formTo = (address: string): string =>
  `const over = refusal('form-action'); const f = document.createElement('form')
   f.action = '${address}'; document.body.append(f); f.submit(); await over; f.remove()`

export interface Ear {
  readonly port: number
  readonly heard: () => number
  /** Resolves when the next packet is there. */
  next(): Promise<'a packet'>
  close(): void
}

/** Listens for packets on this machine, as a server of the attacker's would. */
export async function listenForPackets(): Promise<Ear> {
  const socket = createSocket('udp4')
  let heard = 0
  socket.on('message', () => heard++)
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  return {
    port: (socket.address() as AddressInfo).port,
    heard: () => heard,
    next: () => new Promise((resolve) => socket.once('message', () => resolve('a packet'))),
    close: () => socket.close(),
  }
}

/** Asks a server where this browser is: the first packet of WebRTC, before anybody has agreed to anything. */
export const packetTo = (port: number, world = 'window'): string =>
  `const peer = new (${world}).RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:${port}' }] })
   const over = new Promise((done) => { peer.onicegatheringstatechange = () => peer.iceGatheringState === 'complete' && done() })
   peer.createDataChannel('x'); await peer.setLocalDescription(await peer.createOffer()); await over`

/**
 * Lets the attacker send and tells whether anything arrived. A packet of a page without walls, sent afterwards, must
 * arrive: so this browser does send such packets, and an earlier one would be there.
 */
export async function packetsOf(ground: Ground, send: (port: number) => Promise<unknown>): Promise<number> {
  const [ear, control] = await Promise.all([listenForPackets(), listenForPackets()])
  await Promise.race([send(ear.port), ear.next()])
  const free = await ground.context.newPage()
  const arrived = control.next()
  free.evaluate(`(async () => { ${packetTo(control.port)} })()`).catch(() => {})
  await arrived
  await free.close()
  const heard = ear.heard()
  ear.close()
  control.close()
  return heard
}
