/**
 * `app.js` of a package: stands in for the shop where there is none. What the shop shows comes from a file of the package;
 * whatever it would have to do is answered with "no network", and a sheet leads to the program's own address.
 * A script of its own that runs before the page's, so it must not import anything.
 */
const said = (document.currentScript as HTMLScriptElement).dataset
const send = fetch.bind(globalThis)

globalThis.fetch = (input, init) => {
  const address = new URL(input instanceof Request ? input.url : input, location.href)
  if (address.origin !== location.origin || !address.pathname.startsWith('/_shop/')) return send(input, init)
  if (address.pathname === '/_shop/data') return send(said.data ?? '', init)
  addSheet()
  return Promise.resolve(Response.json({ error: { code: 'offline', message: 'A copy has no shop' } }, { status: 503 }))
}

// Pages are kept for reading offline by a program's own origin; here there is nothing to keep them.
if ('serviceWorker' in navigator) navigator.serviceWorker.register = () => new Promise(() => undefined)

function addSheet(): void {
  if (document.querySelector('.sw-copy')) return
  const sheet = element('aside', 'sw-copy')
  sheet.setAttribute('role', 'status')
  const link = element('a', 'sw-copy__open', said.open)
  link.href = said.live ?? ''
  const button = element('button', 'sw-copy__close', said.close)
  button.type = 'button'
  button.addEventListener('click', () => sheet.remove())
  const actions = element('div', 'sw-copy__actions')
  actions.append(link, button)
  sheet.append(element('p', 'sw-copy__title', said.title), element('p', 'sw-copy__text', said.text), actions)
  document.body.append(sheet)
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  content = '',
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  made.className = className
  made.textContent = content
  return made
}
