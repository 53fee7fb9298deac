import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { CompiledTheme } from '#model/compiled-program.ts'
import { pageDataId, type PageData } from '#runtime/live/page-data.ts'
import { themeColours, themeCss } from '#runtime/theme-css.ts'
import { escapeHtml, scriptJson } from './render-html.ts'
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
  readonly script: { readonly assets: RuntimeAssets; readonly data: PageData; readonly eager: boolean } | undefined
  readonly canonical: string | undefined
  readonly siteName: string
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
    parts.indexed ? linkCard(parts) : '<meta name="robots" content="noindex">',
    themeMeta(parts.theme),
    `<link rel="icon" href="${icon(parts)}">`,
    `<style>${style}</style>`,
    script ? scriptTags(script) : '',
    `</head><body>${parts.content}`,
    script ? `<script type="application/json" id="${pageDataId}">${scriptJson(script.data)}</script>` : '',
    '</body></html>',
  ].join('')
  return { html, policy: contentPolicy(style, script?.assets.loader), hasScript: script !== undefined }
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

function scriptTags({ assets, data, eager }: NonNullable<DocumentParts['script']>): string {
  const blocks = Object.keys(data.blocks).flatMap((type) => assets.blocks[type] ?? [])
  const files = [...new Set([assets.boot, ...blocks].flatMap(({ js, imports }) => [js, ...imports]))]
  const preload = eager ? files.map((file) => `<link rel="modulepreload" href="${file}">`).join('') : ''
  const styles = [...assets.styles, ...blocks.flatMap((block) => block.styles)]
  return `${preload}<script data-boot="${assets.boot.js}" data-files="${files.join(' ')}" data-styles="${styles.join(' ')}">${assets.loader}</script>`
}

/**
 * Nothing but this origin, and of inline code only these very texts. Attributes may carry styles: colours and sizes that
 * a merchant chose; an attribute cannot select anything or fetch from elsewhere than `img-src` allows.
 */
function contentPolicy(style: string, loader: string | undefined): string {
  return [
    "default-src 'none'",
    `script-src ${loader === undefined ? "'none'" : `'self' ${hashSource(loader)}`}`,
    `style-src-elem ${loader === undefined ? '' : "'self' "}${hashSource(style)}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ')
}

function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

function linkCard({ title, description, canonical, siteName }: DocumentParts): string {
  const card = [
    ['og:type', 'website'],
    ['og:title', title],
    ['og:description', description],
    ['og:site_name', siteName],
    ...(canonical === undefined ? [] : [['og:url', canonical]]),
  ]
  const metas = card.map(([name, value]) => `<meta property="${name}" content="${escapeHtml(value ?? '')}">`).join('')
  return canonical === undefined ? metas : `<link rel="canonical" href="${escapeHtml(canonical)}">${metas}`
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
