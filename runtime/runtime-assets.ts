/**
 * What the build knows about the runtime's files for pages in one language: written by it to `dist/runtime`, read by
 * whoever renders pages. Addresses are absolute paths on the serving origin.
 */
export interface RuntimeAssets {
  /** Of another origin than the page's, where the files come from one. */
  readonly origin?: string
  /** Script that goes into every page with interactive blocks, before its content. */
  readonly loader: string
  /** Script of the worker that keeps pages for reading offline; without it none is kept. */
  readonly worker?: string
  /** `app.js` of downloaded packages; absent only where nothing is packaged. */
  readonly copyScript?: string
  /** Module that brings islands to life. */
  readonly boot: ModuleFiles
  /** Module that tells what of a page was seen; fetched when the page is idle. */
  readonly seen: ModuleFiles
  /** Module of the page that a customer comes back to after signing in; absent only where nobody signs in. */
  readonly login?: ModuleFiles
  /** Minified styles of the shell, the primitives and the kit. */
  readonly css: string
  /** The same as files: a page holds only the rules it needs at first, its script fetches the rest. */
  readonly styles: readonly string[]
  readonly blocks: { readonly [type: string]: BlockFiles }
  /** The document that draws canvas and preview. */
  readonly frame: string
}

export interface ModuleFiles {
  readonly js: string
  /** Every module that `js` leads to, so that all are fetched at once instead of one after the other. */
  readonly imports: readonly string[]
  readonly gzBytes: number
}

export interface BlockFiles extends ModuleFiles {
  /** Minified styles of this block alone. */
  readonly css: string
  readonly styles: readonly string[]
}

/** Name of the file in which the build describes the files for pages in this language. */
export function manifestName(language: 'en' | 'zh-CN'): string {
  return language === 'en' ? 'manifest.json' : `manifest.${language}.json`
}

/** The same files, fetched from another origin: everything that a page names gets a whole address. */
export function assetsFrom(origin: string, assets: RuntimeAssets): RuntimeAssets {
  const at = (file: string) => origin + file
  const module = <Files extends ModuleFiles>(files: Files): Files => ({
    ...files,
    js: at(files.js),
    imports: files.imports.map(at),
  })
  const blocks = Object.entries(assets.blocks).map(([type, block]): [string, BlockFiles] => [
    type,
    { ...module(block), styles: block.styles.map(at) },
  ])
  return {
    ...assets,
    origin,
    boot: module(assets.boot),
    seen: module(assets.seen),
    styles: assets.styles.map(at),
    blocks: Object.fromEntries(blocks),
  }
}
