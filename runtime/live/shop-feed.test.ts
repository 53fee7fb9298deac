import { expect, test } from 'vitest'
import type { ShopData } from '#components/kit/view.ts'
import { digest } from './digest.ts'
import { createShopFeed } from './shop-feed.ts'

const shopOf = (name: string, dishes: number) =>
  ({
    shop: { name },
    menu: { dishes: Array.from({ length: dishes }, (_, id) => ({ id })) },
    services: [],
    membership: {},
  }) as unknown as ShopData

/** A page drawn with `drawn`, whose menu was too large to come with it. */
function scene(drawn: ShopData, answers: () => Response | Promise<Response>) {
  const news: [string, unknown][] = []
  let asked = 0
  let nowMs = 1_000_000
  const feed = createShopFeed({
    page: { shopData: { shop: drawn.shop }, shopDigests: { menu: digest(JSON.stringify(drawn.menu)) } },
    shopAtMs: nowMs,
    publish: (key, value) => void news.push([key, value]),
    fetchData: async () => {
      asked++
      return answers()
    },
    nowMs: () => nowMs,
  })
  const passMs = (ms: number) => (nowMs += ms)
  return { feed, news, asked: () => asked, passMs }
}

/** A response whose body is there at once, so that turns can be counted. */
const answer = (body: unknown) => ({ ok: body !== null, status: 200, json: async () => body }) as Response

const settled = async () => {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve()
}

test('what came with the page is not asked for', async () => {
  const { feed, asked } = scene(shopOf('Noodles', 3), () => answer(null))
  expect(await feed.start(['shop'])).toEqual({ data: { shop: { name: 'Noodles' } }, asDrawn: true })
  expect(asked()).toBe(0)
})

test('what was too large is fetched once, and known to be what the page shows', async () => {
  const drawn = shopOf('Noodles', 3)
  const { feed, asked, news } = scene(drawn, () => answer(shopOf('Noodles', 3)))
  const [first, second] = await Promise.all([feed.start(['menu']), feed.start(['shop', 'menu'])])
  expect(first).toEqual({ data: { menu: drawn.menu }, asDrawn: true })
  expect(second.asDrawn).toBe(true)
  expect(second.data.menu).toBe(first.data.menu)
  expect(asked()).toBe(1)
  feed.follow(['shop', 'menu'])
  expect(news).toEqual([])
})

test('a menu that changed since the page was made is known to differ, and other news are told', async () => {
  const { feed, news } = scene(shopOf('Noodles', 3), () => answer(shopOf('New name', 4)))
  expect((await feed.start(['menu', 'shop'])).asDrawn).toBe(false)
  feed.follow(['menu', 'shop'])
  expect(news).toEqual([['shop', { status: 'ready', value: { name: 'New name' } }]])
})

test('without network nothing can be started, and the next try asks again', async () => {
  let online = false
  const { feed } = scene(shopOf('Noodles', 3), () =>
    online ? answer(shopOf('Noodles', 3)) : Promise.reject(new TypeError('offline')),
  )
  await expect(feed.start(['menu'])).rejects.toThrow('offline')
  online = true
  expect((await feed.start(['menu'])).asDrawn).toBe(true)
})

test('a refresh asks only when what is shown is old, and tells only what changed', async () => {
  let dishes = 3
  const { feed, news, asked, passMs } = scene(shopOf('Noodles', 3), () => answer(shopOf('Noodles', dishes)))
  await feed.start(['menu'])
  feed.follow(['menu', 'shop'])
  feed.refresh(30_000)
  expect(asked()).toBe(1)
  passMs(31_000)
  feed.refresh(30_000)
  await settled()
  expect(asked()).toBe(2)
  expect(news).toEqual([])
  dishes = 2
  passMs(31_000)
  feed.refresh(30_000)
  await settled()
  expect(news.map(([key]) => key)).toEqual(['menu'])
})

test('a page drawn without the shop asks for it as soon as a block is awake', async () => {
  const news: string[] = []
  const feed = createShopFeed({
    page: { shopData: {}, shopDigests: {} },
    shopAtMs: Date.now(),
    publish: (key) => void news.push(key),
    fetchData: async () => answer(shopOf('Noodles', 1)),
  })
  expect(await feed.start(['menu'])).toEqual({ data: {}, asDrawn: true })
  feed.follow(['menu'])
  await settled()
  expect(news).toEqual(['menu'])
})

test('news that come while it asks are asked for again', async () => {
  const { feed, news, asked } = scene(shopOf('Noodles', 3), () => answer(shopOf('Noodles', 2 + asked())))
  await feed.start(['shop'])
  feed.follow(['shop', 'menu'])
  feed.refresh(-1)
  feed.refresh(-1)
  await settled()
  await settled()
  expect(asked()).toBe(2)
  expect(news.at(-1)).toMatchObject(['menu', { value: { dishes: [{}, {}, {}, {}] } }])
})
