/**
 * `npm run size`: what the code of a published page weighs, gzipped, from the last build. Fails when something is above
 * its budget: what a page loads must not grow without somebody deciding it.
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

const folder = path.resolve(import.meta.dirname, '..', 'dist', 'runtime')
const KB = 1024

/** Blocks that are a small program of their own. */
const large = new Set(['menu', 'booking'])
const budgetOf = (type) => (large.has(type) ? 10 * KB : (own[type] ?? 3 * KB))
/** They fill one cart. */
const sells = ['menu', 'product-grid', 'product-detail', 'flash-sale', 'search-box']
/** Above the usual 3 KB, and why. */
const own = {
  // The sandbox that goes into each worker, with what draws in it, and all icons; only where a code block stands.
  code: 24 * KB,
  // Card, code, coupons, points and joining, all on one screen.
  'membership-card': 4 * KB,
  // Every kind of answer, and files that are sent as they are chosen.
  form: 5 * KB,
  // Every way that an order can go, with paying again, what was given back, and the receipt.
  'order-status': 4 * KB,
}

const rows = []
for (const name of ['manifest.json', 'manifest.zh-CN.json']) {
  const { loader, boot, blocks } = JSON.parse(readFileSync(path.join(folder, name), 'utf8'))
  const language = name === 'manifest.json' ? 'en' : 'zh-CN'
  const add = (what, bytes, budget) => rows.push({ language, what, 'gzipped bytes': bytes, budget })
  add('inline loader', gzipSync(loader).byteLength, 3 * KB)
  add('what all blocks that react need', sizeOf(boot.js), 12.5 * KB)
  for (const [type, { js }] of Object.entries(blocks)) add(type, sizeOf(js), budgetOf(type))
  // One cart for all of them: what they share counts once, with the menu, which has the budget for it.
  const others = new Set(
    [boot, ...Object.values(without(blocks, sells))].flatMap(({ js, imports }) => [js, ...imports]),
  )
  const shared = blocks.menu.imports.filter((file) => !others.has(file))
  const whole = [blocks.menu.js, ...shared].reduce((sum, file) => sum + sizeOf(file), 0)
  add('menu, with what only blocks that sell share', whole, budgetOf('menu'))
}

function without(all, names) {
  return Object.fromEntries(Object.entries(all).filter(([name]) => !names.includes(name)))
}

function sizeOf(address) {
  return gzipSync(readFileSync(path.join(folder, path.basename(address)))).byteLength
}

console.table(rows)
// What checks requests on the server is larger than most blocks: a page that names one of its constants loads all of it.
const checking = readdirSync(folder).filter(
  (name) => name.endsWith('.js') && readFileSync(path.join(folder, name), 'utf8').includes('ZodMini'),
)
for (const name of checking)
  console.error(
    `${name} holds schemas, which no page needs: import types only, or take what is needed out of their file.`,
  )
const over = rows.filter((row) => row['gzipped bytes'] > row.budget)
for (const row of over)
  console.error(`${row.what} (${row.language}) weighs ${row['gzipped bytes']} bytes; its budget is ${row.budget}.`)
process.exit(over.length + checking.length > 0 ? 1 : 0)
