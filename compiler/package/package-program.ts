/**
 * A release as the files of a package in the shape of a W3C MiniApp, which any static web server can serve as well. Pure:
 * the same release, shop data and build give the same bytes on every machine.
 * https://www.w3.org/TR/miniapp-packaging/ (files and folders), https://www.w3.org/TR/miniapp-manifest/ (its manifest)
 */
import type { ShopData } from '#components/kit/view.ts'
import type { CompiledPage, CompiledProgram } from '#model/compiled-program.ts'
import type { RuntimeAssets } from '#runtime/runtime-assets.ts'
import { codeFilesOf } from '../code-blocks/code-files.ts'
import { renderPage } from '../html/render-page.tsx'
import { copyStyles, copyWords } from './copy-words.ts'
import { packageIcon } from './package-icon.ts'
import { packageManifest } from './package-manifest.ts'
import { pageFileNames } from './page-file-names.ts'
import { relocatePage } from './relocate-page.ts'
import { settleShopData } from './settle-shop-data.ts'
import { filesNeeded } from './files-needed.ts'

export interface PackageInput {
  readonly program: CompiledProgram
  /** Counts up from one release to the next. */
  readonly version: number
  /** The clock that pages are drawn by: a package must not be another one every minute. */
  readonly publishedAtMs: number
  readonly shopData: ShopData
  /** Where the program itself lives; ordering, booking and paying lead there. */
  readonly origin: string
  readonly assets: RuntimeAssets
  /** The build's files by name, as served under `/runtime/`. */
  readonly runtimeFiles: ReadonlyMap<string, string>
  /** The stored pictures by their SHA-256, of which those in use are packed. */
  readonly pictures: ReadonlyMap<string, Uint8Array>
}

export type PackageFiles = ReadonlyMap<string, string | Uint8Array>

/** @returns paths in the package with what they hold, in a fixed order */
export function packageProgram(input: PackageInput): PackageFiles {
  const { origin, assets, pictures } = input
  const program = withPackedPictures(input.program, pictures)
  const shopData = withPackedPictures(settleShopData(input.shopData), pictures)
  const pages = program.pages.filter(({ hidden }) => !hidden)
  const fileNames = pageFileNames(pages, program.homePageId)
  const words = copyWords(program, { origin, asOf: isoDay(input.publishedAtMs) })
  const files = new Map<string, string | Uint8Array>()

  for (const page of pages) {
    const rendered = renderPage({ program, shopData, assets, nowMs: input.publishedAtMs, origin, pageId: page.id })
    const name = fileNames.get(page.id)
    if (!rendered || name === undefined) continue
    files.set(
      `pages/${name}`,
      relocatePage(rendered, { fileAt: fileAt(pages, fileNames), words, live: liveAt(origin, page) }),
    )
  }
  files.set('index.html', entrance(program, fileNames.get(program.homePageId) ?? 'index.html'))
  files.set('manifest.json', json(packageManifest({ ...input, program, pageFiles: [...fileNames.values()] })))
  files.set('app.js', `${assets.copyScript ?? ''}\n`)
  files.set('app.css', `${assets.css}${copyStyles}\n`)
  files.set(`i18n/${words.language}.json`, json({ name: program.name, ...words.texts }))
  files.set('common/icon.svg', packageIcon(program))
  files.set('common/shop-data.json', json(shopData))
  for (const [name, text] of filesNeeded(input.runtimeFiles, [...files.values()]))
    files.set(`common/runtime/${name}`, text)
  for (const [file, code] of codeFilesOf(program)) files.set(`common${file}.txt`, code)
  for (const [sha256, bytes] of pictures) files.set(`common/pictures/${sha256}.webp`, bytes)
  return new Map([...files].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** Hashes of the library's pictures that a program or its shop shows, in a fixed order. */
export function picturesIn(...values: readonly unknown[]): readonly string[] {
  const found = JSON.stringify(values).matchAll(picturePath)
  return [...new Set([...found].map(([, sha256 = '']) => sha256))].toSorted()
}

const picturePath = /\/pictures\/([0-9a-f]{64})(?![0-9a-f])/g

/** Addresses as they are seen from a page, which lies one folder down. What is not packed keeps its address. */
function withPackedPictures<Value>(value: Value, pictures: PackageInput['pictures']): Value {
  const text = JSON.stringify(value).replaceAll(picturePath, (whole, sha256: string) =>
    pictures.has(sha256) ? `../common/pictures/${sha256}.webp` : whole,
  )
  return JSON.parse(text) as Value
}

/** Links of a page are addresses on the program's origin; in the package they are files beside it. */
function fileAt(pages: readonly CompiledPage[], names: ReadonlyMap<string, string>) {
  const byPath = new Map(pages.map(({ id, slug }) => [`/${encodeURIComponent(slug)}`, names.get(id)]))
  const home = byPath.get('/') ?? 'index.html'
  return (path: string): string | undefined => {
    if (path === '/') return home
    const name = byPath.get(path)
    return name === undefined ? undefined : encodeURIComponent(name)
  }
}

function liveAt(origin: string, { slug }: CompiledPage): string {
  return `${origin}/${encodeURIComponent(slug)}`
}

/** What a web server answers for the folder itself: the way to the first page. */
function entrance({ language }: CompiledProgram, home: string): string {
  const to = `pages/${encodeURIComponent(home)}`
  return (
    `<!doctype html><html lang="${language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'}"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width,initial-scale=1"><meta http-equiv="refresh" content="0;url=${to}">` +
    `<link rel="manifest" href="manifest.json"><link rel="icon" href="common/icon.svg"><title>→</title></head><body><a href="${to}">→</a></body></html>\n`
  )
}

function isoDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`
}
