import { gzipSync } from 'node:zlib'
import type { Rolldown } from 'vite'
import type { ModuleFiles } from '../runtime-assets.ts'

type OutputChunk = Rolldown.OutputChunk

/** Where the runtime's files are served. */
export const basePath = '/runtime/'

/** What a page needs to know of the files of a build. */
export function readBundle(bundle: Rolldown.OutputBundle) {
  const isChunk = (file: Rolldown.OutputAsset | OutputChunk | undefined): file is OutputChunk => file?.type === 'chunk'
  const all = Object.values(bundle).filter(isChunk)

  /** The chunk and all it leads to, dependencies first; `later` with what it loads only when needed. */
  function closure(chunk: OutputChunk, later: boolean, seen = new Set<OutputChunk>()): readonly OutputChunk[] {
    if (seen.has(chunk)) return []
    seen.add(chunk)
    const files = later ? [...chunk.imports, ...chunk.dynamicImports] : chunk.imports
    const dependencies = files.map((file) => bundle[file]).filter(isChunk)
    return [...dependencies.flatMap((dependency) => closure(dependency, later, seen)), chunk]
  }

  return {
    chunks: new Map(all.filter((chunk) => chunk.isEntry).map((chunk) => [chunk.name, chunk])),
    /** Names of the style files, in the order in which they apply, those of parts loaded later included. */
    styles: (chunk: OutputChunk) => [
      ...new Set(closure(chunk, true).flatMap((part) => [...(part.viteMetadata?.importedCss ?? [])])),
    ],
    /** Keeps parts that are loaded later from loading styles of their own: the page has them already, and allows no others. */
    dropStyleLoading() {
      for (const chunk of all) chunk.viteMetadata?.importedCss.clear()
    },
    path: (file: string) => basePath + file,
    text(file: string): string {
      const asset = bundle[file]
      if (asset?.type !== 'asset') return ''
      return typeof asset.source === 'string' ? asset.source.trim() : new TextDecoder().decode(asset.source).trim()
    },
    files(chunk: OutputChunk): ModuleFiles {
      return {
        js: basePath + chunk.fileName,
        imports: closure(chunk, false)
          // Of a part that was styles alone nothing is left to load.
          .filter((part) => part !== chunk && part.code.trim() !== '')
          .map((part) => basePath + part.fileName),
        gzBytes: gzipSync(chunk.code).byteLength,
      }
    },
  }
}
