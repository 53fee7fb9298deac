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

  /** The chunk and all it leads to, dependencies first. */
  function closure(chunk: OutputChunk, seen = new Set<OutputChunk>()): readonly OutputChunk[] {
    if (seen.has(chunk)) return []
    seen.add(chunk)
    const dependencies = chunk.imports.map((file) => bundle[file]).filter(isChunk)
    return [...dependencies.flatMap((dependency) => closure(dependency, seen)), chunk]
  }

  return {
    chunks: new Map(all.filter((chunk) => chunk.isEntry).map((chunk) => [chunk.name, chunk])),
    /** Names of the style files, in the order in which they apply. */
    styles: (chunk: OutputChunk) => [
      ...new Set(closure(chunk).flatMap((part) => [...(part.viteMetadata?.importedCss ?? [])])),
    ],
    text(file: string): string {
      const asset = bundle[file]
      if (asset?.type !== 'asset') return ''
      return typeof asset.source === 'string' ? asset.source.trim() : new TextDecoder().decode(asset.source).trim()
    },
    files(chunk: OutputChunk): ModuleFiles {
      return {
        js: basePath + chunk.fileName,
        imports: closure(chunk)
          .filter((part) => part !== chunk)
          .map((part) => basePath + part.fileName),
        gzBytes: gzipSync(chunk.code).byteLength,
      }
    },
  }
}
