/** A shop from the first template, published, over the platform's own interface. */

/** @returns the host its pages are asked by, and addresses on it */
export async function publishShop(
  url: string,
): Promise<{ host: string; addresses: { picture: string; code: string } }> {
  const signedIn = await fetch(`${url}/api/demo`, { method: 'POST', headers: { origin: url } })
  const cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const call = async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> => {
    const answer = await fetch(url + path, {
      method,
      headers: { cookie, origin: url, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}`)
    return (await answer.json()) as Answer
  }
  const me = await call<{ workspaces: { id: string }[] }>('GET', '/api/me')
  const program = await call<{ id: string }>('POST', `/api/workspaces/${me.workspaces[0]?.id}/programs`, {
    templateId: 'noodle-shop',
    name: 'Served Noodles',
    language: 'en',
  })
  const published = await call<{ url: string }>('POST', `/api/programs/${program.id}/releases`, {
    requestId: crypto.randomUUID(),
  })
  const { host } = new URL(published.url)
  const html = await (await fetch(`${url}/api/programs/${program.id}/shop-data`, { headers: { cookie } })).text()
  const picture = /\/pictures\/[0-9a-f]{64}/.exec(html)?.[0]
  const manifest = (await (await fetch(`${url}/runtime/manifest.json`)).json()) as { boot: { js: string } }
  if (!picture) throw new Error('The shop shows no picture')
  return { host, addresses: { picture: `${picture}?w=320`, code: manifest.boot.js } }
}
