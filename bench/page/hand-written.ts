/**
 * The page to compare with: the same dishes and pictures, written as somebody would who makes this one page by hand, with
 * a script of 0.3 KB that puts dishes into a cart. Sent by the product's own code, compressed alike.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Menu } from '#model/shop/catalogue.ts'
import { cachedBody, sendCached, type CachedBody } from '#platform/http/compressed.ts'
import { readOrigin } from './read-origin.ts'
import type { Shop } from './seed.ts'

const script = `let n=0,t=0;document.onclick=e=>{let b=e.target.closest('.add');if(b){let c=b.previousElementSibling;c.textContent=+c.textContent+1;n++;t+=+b.value;bar.hidden=0;bar.textContent=n+' · ¥'+t/100;localStorage.cart=(localStorage.cart||'')+b.name+','}}`

const style = `*{box-sizing:border-box}body{margin:0;font:16px/1.4 system-ui,sans-serif;color:#221f19;background:#faf6f0}h1{font-size:22px;margin:16px}
h2{font-size:16px;margin:16px}.dish{display:flex;gap:12px;padding:8px 16px}.dish img{width:88px;height:88px;border-radius:14px;object-fit:cover}
.dish div{flex:1}p{margin:2px 0;color:#706b64;font-size:14px}.buy{display:flex;align-items:center}.buy b{flex:1}.n{min-width:24px;text-align:center}
.add{width:44px;height:44px;border:0;border-radius:22px;background:#bf3e05;color:#fff;font-size:20px}#bar{position:fixed;bottom:0;left:0;right:0;padding:16px;background:#221f19;color:#fff}`

export function handWrittenPage(menu: Menu): string {
  let drawn = 0
  const dishes = (categoryId: string) =>
    menu.dishes
      .filter((dish) => dish.categoryId === categoryId)
      .map((dish) => {
        const url = dish.picture?.url ?? ''
        const lazy = drawn++ < 6 ? '' : ' loading="lazy"'
        const price = Math.min(...dish.variants.map(({ priceMinor }) => priceMinor))
        return `<div class="dish"><img src="${url}?w=160" srcset="${url}?w=160 160w, ${url}?w=320 320w" sizes="88px" width="88" height="88" alt=""${lazy}><div>${escaped(dish.name)}<p>${escaped(dish.description)}</p><span class="buy"><b>¥${price / 100}</b><span class="n"></span><button class="add" name="${dish.id}" value="${price}" aria-label="Add ${escaped(dish.name)}">+</button></span></div></div>`
      })
      .join('')
  const sections = menu.categories.map(({ id, name }) => `<h2>${escaped(name)}</h2>${dishes(id)}`).join('')
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Menu</title><link rel="icon" href="data:,"><style>${style}</style><h1>Menu</h1>${sections}<div id="bar" hidden></div><script>${script}</script></html>`
}

const escaped = (text: string) => text.replaceAll(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** Serves the page, with the pictures of the shop on the same origin. */
export async function serveHandWritten(html: string, shop: Shop): Promise<{ url: string; close(): Promise<void> }> {
  const files = new Map<string, { body: CachedBody; type: string }>()
  files.set('/', { body: cachedBody(html, { compress: true, quality: 'quick' }), type: 'text/html; charset=utf-8' })
  const load = async (path: string) => {
    const known = files.get(path)
    if (known) return known
    const answer = await readOrigin(shop.origin, path)
    const file = { body: cachedBody(answer.body, { compress: false, quality: 'quick' }), type: answer.type }
    files.set(path, file)
    return file
  }
  const server = createServer(async (request, response) => {
    const { body, type } = await load(request.url ?? '/')
    const asked = new Request(`http://localhost${request.url}`, {
      headers: { 'accept-encoding': request.headers['accept-encoding'] ?? '' },
    })
    const answer = await sendCached(asked, body, { 'content-type': type })
    response.writeHead(answer.status, Object.fromEntries(answer.headers))
    response.end(new Uint8Array(await answer.arrayBuffer()))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
