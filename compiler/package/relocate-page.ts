import { pageDataId, type PageData } from '#runtime/live/page-data.ts'
import type { RenderedPage } from '../html/document.ts'
import { escapeHtml, scriptJson } from '../html/render-html.ts'
import type { CopyWords } from './copy-words.ts'

export interface Relocation {
  /** The file beside this one for a path of the program's origin, without query and fragment. */
  fileAt(path: string): string | undefined
  readonly words: CopyWords
  /** This page on the program's own origin. */
  readonly live: string
}

/**
 * Makes a hosted page one that lies in `pages/` of a folder: links lead to files, code comes from `common/`, and the
 * policy stands in the document, since no server sends it. Its inline script and style stay byte for byte, or the policy
 * would refuse them.
 */
export function relocatePage({ html, policy, hasScript }: RenderedPage, to: Relocation): string {
  const [head = '', data, tail = ''] = splitAtData(html)
  const moved = head
    .replace('<meta charset="utf-8">', `<meta charset="utf-8">${policyMeta(policy)}`)
    .replaceAll(/<(?:script|link)\b[^>]*>/g, (tag) => tag.replaceAll(/(["' ])\/runtime\//g, '$1../common/runtime/'))
    // Icons and the manifest are the package's own.
    .replaceAll(/<link rel="(?:manifest|apple-touch-icon)"[^>]*>/g, '')
    .replace('<link rel="icon"', '<link rel="manifest" href="../manifest.json"><link rel="icon"')
    // Quotes in texts are written as entities, so this is an attribute.
    .replaceAll(/ href="(\/[^"#?]*)([^"]*)"/g, (whole, path: string, rest: string) => {
      const file = to.fileAt(path)
      return file === undefined ? whole : ` href="${file}${rest}"`
    })
  if (!hasScript || data === undefined) return `${moved}\n`
  const withApp = moved.replace(/<script data-boot=/, (script) => `${appTags(to)}${script}`)
  return `${withApp}${dataTag}${scriptJson(relocateData(JSON.parse(data) as PageData, to))}${tail}\n`
}

const dataTag = `<script type="application/json" id="${pageDataId}">`

function splitAtData(html: string): readonly [before: string, data?: string, after?: string] {
  const at = html.lastIndexOf(dataTag)
  if (at < 0) return [html]
  const end = html.indexOf('</script>', at) // data cannot hold it
  return [html.slice(0, at), html.slice(at + dataTag.length, end), html.slice(end)]
}

function relocateData(data: PageData, { fileAt }: Relocation): PageData {
  const paths = Object.entries(data.paths).map(([id, path]) => [id, fileAt(path) ?? path] as const)
  // Blocks are loaded by the module that brings pages to life, which lies beside them.
  const blocks = Object.entries(data.blocks).map(
    ([type, block]) => [type, { ...block, js: block.js.replace(/^\/runtime\//, './') }] as const,
  )
  const code = Object.entries(data.code ?? {}).map(
    ([type, block]) => [type, { ...block, file: `../common${block.file}.txt` }] as const,
  )
  return {
    ...data,
    paths: Object.fromEntries(paths),
    blocks: Object.fromEntries(blocks),
    ...(data.code && { code: Object.fromEntries(code) }),
  }
}

/** A document cannot forbid by itself who frames it; everything else holds as it does on the program's origin. */
function policyMeta(policy: string): string {
  const kept = policy
    .replace(/worker-src [^;]*/, (whole) => `worker-src ${whole.includes('blob:') ? 'blob:' : "'none'"}`)
    .split('; ')
    .filter((part) => !part.startsWith('frame-ancestors'))
  return `<meta http-equiv="content-security-policy" content="${escapeHtml(kept.join('; '))}">`
}

/** Before the page's own script: it must find the shop's stand-in there. */
function appTags({ words: { texts }, live }: Relocation): string {
  const facts = { live, data: '../common/shop-data.json', ...texts }
  const attributes = Object.entries(facts).map(([name, value]) => ` data-${name}="${escapeHtml(value)}"`)
  return `<link rel="stylesheet" href="../app.css"><script src="../app.js"${attributes.join('')}></script>`
}
