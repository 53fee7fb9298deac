import { expect, test } from 'vitest'
import { sampleShopData } from '#components/testing/sample-shop-data.ts'
import { shopProgram } from '#compiler/testing/shop-program.ts'
import type { RuntimeAssets } from '#runtime/runtime-assets.ts'
import type { LoadedShopData } from '../shop/load-shop-data.ts'
import { createSiteRenderer } from './render-site.ts'

const assets: RuntimeAssets = {
  loader: '(()=>{})()',
  boot: { js: '/runtime/boot.js', imports: [], gzBytes: 1 },
  seen: { js: '/runtime/seen.js', imports: [], gzBytes: 1 },
  css: '',
  styles: [],
  blocks: {},
  frame: '/runtime/frame.html',
}
const site = { tenantId: 't', programId: 'p', language: 'en', name: 'Noodles', origin: 'http://n.example' } as const
const live = { releaseId: 'r', programSha256: 'sha', dataTag: 'open' }
const start = Date.parse('2026-03-02T04:00:00Z')
const second = 1000

/** A site with one block, its clock in the test's hand. */
function siteWith(showWhen: { [name: string]: string | number }) {
  const program = shopProgram({ '': [{ type: 'heading', props: { text: 'Lunch deal' }, showWhen }] })
  const clock = { nowMs: start }
  let rendered = 0
  const shop = { isOpen: true }
  const renderer = createSiteRenderer({
    blobs: { find: async () => new TextEncoder().encode(JSON.stringify(program)) } as never,
    sites: {
      loadShopData: async () => {
        rendered++
        const data = sampleShopData()
        return { ...data, shop: { ...data.shop, ...shop } } as LoadedShopData
      },
    },
    assets: async () => assets,
    nowMs: () => clock.nowMs,
    log: () => {},
  })
  const isSeen = async (tag = live.dataTag) => {
    const page = await renderer.page(site, { ...live, dataTag: tag }, '')
    return new TextDecoder().decode(page.body.bytes).includes('Lunch deal')
  }
  return { clock, shop, isSeen, rendered: () => rendered, renderer }
}

test('a kept page goes out of date at the very moment at which a block begins, and ends', async () => {
  const { clock, isSeen, rendered } = siteWith({ fromMs: start + 90 * second, untilMs: start + 150 * second })
  const seenAt = async (seconds: number) => {
    clock.nowMs = start + seconds * second
    return isSeen()
  }
  expect([await seenAt(0), await seenAt(89), await seenAt(90), await seenAt(149), await seenAt(150)]).toEqual([
    false,
    false,
    true,
    true,
    false,
  ])
  // Once before, once while it is there, once after: between two moments the page comes from memory.
  expect(rendered()).toBe(3)
})

test('a kept page goes out of date when the shop closes', async () => {
  const { shop, isSeen } = siteWith({ hours: 'open' })
  expect(await isSeen('open')).toBe(true)
  shop.isOpen = false
  expect(await isSeen('closed')).toBe(false)
})

test('what members get is true now, not when the page was made', async () => {
  const { clock, renderer } = siteWith({ audience: 'members', untilMs: start + 10 * second })
  expect((await renderer.memberParts(site, live, ''))?.nodes).toHaveLength(1)
  clock.nowMs = start + 10 * second
  expect(await renderer.memberParts(site, live, '')).toBeUndefined()
})
