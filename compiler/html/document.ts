import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { CompiledTheme } from '#model/compiled-program.ts'
import { cellHash } from '#runtime/code-blocks/cell-hash.ts'
import { pageDataId, type PageData } from '#runtime/live/page-data.ts'
import { themeColours, themeCss } from '#runtime/theme-css.ts'
import { filesOf } from './page-needs.ts'
import { escapeHtml, scriptJson } from './render-html.ts'
import type { StructuredData } from './structured-data.ts'
import type { RuntimeAssets } from '#runtime/runtime-assets.ts'

export interface RenderedPage {
  readonly html: string
  /** Value of the `Content-Security-Policy` header that this document must be served with. */
  readonly policy: string
  /** Whether it carries any script. */
  readonly hasScript: boolean
}

export interface DocumentParts {
  readonly language: string
  readonly title: string
  readonly description: string
  readonly theme: CompiledTheme
  readonly css: string
  readonly content: string
  readonly script:
    | {
        readonly assets: RuntimeAssets
        readonly data: PageData
        /** Some block waits for the visitor's own data. */
        readonly eager: boolean
        /** Not the same for members and others. */
        readonly forSome: boolean
        /** Where the page tells what was seen of it; absent when nobody counts. */
        readonly tell: string | undefined
      }
    | undefined
  /** Where films of the page come from, e.g. `https://cdn.example`: nothing else may play. */
  readonly mediaOrigins: readonly string[]
  readonly canonical: string | undefined
  readonly siteName: string
  /** What is seen where the page is shared; absent for pages that nobody shares. `title` is the page's own if absent. */
  readonly card:
    | {
        readonly title: string | undefined
        readonly picture:
          | { readonly url: string; readonly widthPx: number; readonly heightPx: number; readonly alt: string }
          | undefined
      }
    | undefined
  /** Words people search by, separated by commas. */
  readonly searchWords: string | undefined
  /** What search engines read: of the shop, of its dishes. */
  readonly structured?: readonly StructuredData[]
  /** Whether browsers may put the program beside their apps: they are told where its manifest and icons are. */
  readonly installable?: boolean
  /** False for pages that search engines should leave out. */
  readonly indexed: boolean
  readonly nowMs: number
}

/** Puts a page's document together, with the policy that lets exactly its own style and script run. */
export function composeDocument(parts: DocumentParts): RenderedPage {
  const { script } = parts
  const style = themeCss(parts.theme) + parts.css
  const html = [
    `<!doctype html><html lang="${escapeHtml(parts.language)}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover">',
    `<title>${escapeHtml(parts.title)}</title>`,
    `<meta name="description" content="${escapeHtml(parts.description)}">`,
    parts.searchWords ? `<meta name="keywords" content="${escapeHtml(parts.searchWords)}">` : '',
    parts.indexed ? '' : '<meta name="robots" content="noindex">',
    parts.card ? linkCard(parts, parts.card) : '',
    themeMeta(parts.theme),
    `<link rel="icon" href="${icon(parts)}">`,
    parts.installable ? installLinks : '',
    `<style>${style}</style>`,
    script ? scriptTags(script) : '',
    `</head><body${script?.tell === undefined ? '' : ` data-tell="${escapeHtml(script.tell)}"`}>${parts.content}`,
    script ? `<script type="application/json" id="${pageDataId}">${scriptJson(script.data)}</script>` : '',
    ...(parts.structured ?? []).map((data) => `<script type="application/ld+json">${scriptJson(data)}</script>`),
    '</body></html>',
  ].join('')
  return { html, policy: contentPolicy(style, script, parts.mediaOrigins), hasScript: script !== undefined }
}

/** Compressed sizes of a page, as facts for whoever watches the budgets. */
export function checkSize(
  page: RenderedPage,
  assets: RuntimeAssets,
): { readonly htmlGzBytes: number; readonly inlineScriptGzBytes: number } {
  return {
    htmlGzBytes: gzipSync(page.html).byteLength,
    inlineScriptGzBytes: page.hasScript ? gzipSync(assets.loader).byteLength : 0,
  }
}

/** Answered by `platform/hosting/reach`. */
const installLinks = '<link rel="manifest" href="/app.webmanifest"><link rel="apple-touch-icon" href="/icon-180.png">'

function scriptTags({ assets, data, eager, forSome, tell }: NonNullable<DocumentParts['script']>): string {
  const blocks = Object.keys(data.blocks).flatMap((type) => filesOf(assets, type) ?? [])
  const files = [...new Set([assets.boot, ...blocks].flatMap(({ js, imports }) => [js, ...imports]))]
  const preload = eager ? files.map((file) => `<link rel="modulepreload" href="${file}">`).join('') : ''
  const styles = [...assets.styles, ...blocks.flatMap((block) => block.styles)]
  const seen = tell === undefined ? '' : ` data-seen="${assets.seen.js}"`
  const members = forSome ? ' data-members' : ''
  return `${preload}<script data-boot="${assets.boot.js}" data-files="${files.join(' ')}" data-styles="${styles.join(' ')}"${seen}${members}>${assets.loader}</script>`
}

/**
 * Nothing but this origin and that of the common code, and of inline code only these very texts. Attributes may carry styles: colours and sizes that
 * a merchant chose; an attribute cannot select anything or fetch from elsewhere than `img-src` allows. Films come from where
 * the page's own blocks name them.
 */
function contentPolicy(style: string, script: DocumentParts['script'], mediaOrigins: readonly string[]): string {
  const { loader, origin } = script?.assets ?? {}
  // Code blocks run in workers made of text, in a document of their own with a narrower policy.
  const hasCode = script?.data.code !== undefined
  // Where only our own build's files are: no program and no picture.
  const code = origin === undefined ? "'self'" : `'self' ${origin}`
  return [
    "default-src 'none'",
    `script-src ${loader === undefined ? "'none'" : `${code} ${hashSource(loader)}${hasCode ? ` ${cellHash}` : ''}`}`,
    `style-src-elem ${loader === undefined ? '' : `${code} `}${hashSource(style)}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    ...(mediaOrigins.length > 0 ? [`media-src ${mediaOrigins.join(' ')}`] : []),
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    // The one that keeps pages for reading offline; a page without script starts none.
    `worker-src ${loader === undefined ? "'none'" : `'self'${hasCode ? ' blob:' : ''}`}`,
    "form-action 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ')
}

function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

function linkCard(
  { title, description, canonical, siteName }: DocumentParts,
  { title: ownTitle, picture }: NonNullable<DocumentParts['card']>,
): string {
  const card = [
    ['og:type', 'website'],
    ['og:title', ownTitle ?? title],
    ['og:description', description],
    ['og:site_name', siteName],
    ...(canonical === undefined ? [] : [['og:url', canonical]]),
    ...(picture
      ? [
          ['og:image', picture.url],
          ['og:image:width', String(picture.widthPx)],
          ['og:image:height', String(picture.heightPx)],
          ...(picture.alt === '' ? [] : [['og:image:alt', picture.alt]]),
        ]
      : []),
  ]
  const metas = card.map(([name, value]) => `<meta property="${name}" content="${escapeHtml(value ?? '')}">`).join('')
  const large = picture ? '<meta name="twitter:card" content="summary_large_image">' : ''
  return canonical === undefined
    ? metas + large
    : `<link rel="canonical" href="${escapeHtml(canonical)}">${metas}${large}`
}

function themeMeta(theme: CompiledTheme): string {
  const { light, dark } = themeColours(theme)
  if (theme.scheme === 'light')
    return `<meta name="color-scheme" content="light"><meta name="theme-color" content="${light.ground}">`
  if (theme.scheme === 'dark')
    return `<meta name="color-scheme" content="dark"><meta name="theme-color" content="${dark.ground}">`
  return (
    '<meta name="color-scheme" content="light dark">' +
    `<meta name="theme-color" content="${light.ground}" media="(prefers-color-scheme:light)">` +
    `<meta name="theme-color" content="${dark.ground}" media="(prefers-color-scheme:dark)">`
  )
}

/** The first letter of the program's name on its brand colour. */
function icon({ siteName, theme }: DocumentParts): string {
  const { light } = themeColours(theme)
  const letter = escapeHtml([...siteName.trim()][0]?.toUpperCase() ?? '·')
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="16" fill="${light.brand}"/>` +
    `<text x="32" y="44" font-size="34" font-family="sans-serif" font-weight="700" text-anchor="middle" fill="${light['on-brand']}">${letter}</text></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
