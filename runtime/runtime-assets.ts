/**
 * What the build knows about the runtime's files: written by it to `dist/runtime/manifest.json`, read by whoever
 * renders pages. Addresses are absolute paths on the serving origin.
 */
export interface RuntimeAssets {
  /** Script that goes into every page with interactive blocks, before its content. */
  readonly loader: string
  /** Module that brings islands to life. */
  readonly boot: ModuleFiles
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
