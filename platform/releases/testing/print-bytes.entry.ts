/**
 * A process of its own: reads a document from the file it is given, makes everything that publishing makes of it, and
 * prints the SHA-256 of each.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import * as Y from 'yjs'
import { compileProgram } from '#compiler/index.ts'
import { renderPage } from '#compiler/html/render-page.tsx'
import { packageProgram } from '#compiler/package/package-program.ts'
import { sampleShopData } from '#components/testing/sample-shop-data.ts'
import { openProgram } from '#model/index.ts'
import type { RuntimeAssets } from '#runtime/runtime-assets.ts'
import { zipPackage } from '../zip-package.ts'

const assets: RuntimeAssets = {
  loader: '(()=>{load()})()',
  copyScript: '(()=>{copy()})()',
  boot: { js: '/runtime/boot.js', imports: [], gzBytes: 1 },
  seen: { js: '/runtime/seen.js', imports: [], gzBytes: 1 },
  css: '.base{}',
  styles: [],
  blocks: {},
  frame: '/runtime/frame.html',
}

const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')

const doc = new Y.Doc()
Y.applyUpdate(doc, readFileSync(process.argv[2] ?? ''))
const program = compileProgram(openProgram(doc))
// A summer's night: another day, and another hour, in most of the world.
const nowMs = Date.parse('2026-07-01T23:30:00Z')
const shopData = sampleShopData(30)
const origin = 'https://noodles.example'
const pages = program.pages.map(({ id, slug }) => {
  const rendered = renderPage({ program, shopData, assets, nowMs, origin, pageId: id })
  return [`page /${slug}`, sha256(`${rendered?.html}\n${rendered?.policy}`)] as const
})
const files = packageProgram({
  program,
  version: 7,
  publishedAtMs: nowMs,
  shopData,
  origin,
  assets,
  runtimeFiles: new Map([['boot.js', 'boot()']]),
  pictures: new Map(),
})
const printed = {
  timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
  folder: process.cwd(),
  hashes: {
    program: sha256(JSON.stringify(program)),
    document: sha256(Y.encodeStateAsUpdate(doc)),
    ...Object.fromEntries(pages),
    ...Object.fromEntries([...files].map(([path, content]) => [`file ${path}`, sha256(content)])),
    zip: sha256(zipPackage(files)),
  },
}
process.stdout.write(JSON.stringify(printed))
