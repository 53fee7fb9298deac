import { gzipSync } from 'node:zlib'
import type { Plugin, Rolldown } from 'vite'
import type { ModuleFiles, RuntimeAssets } from '../runtime-assets.ts'

type OutputChunk = Rolldown.OutputChunk

const basePath = '/runtime/'

/** Writes `manifest.json` and the frame's document beside the runtime's hashed files. */
export function runtimeManifest(): Plugin {
  return {
    name: 'shopwright:runtime-manifest',
    applyToEnvironment: (environment) => environment.name === 'runtime',
    generateBundle(_options, bundle) {
      const read = readBundle(bundle)
      const { chunks } = read
      const empty: ModuleFiles = { js: '', imports: [], gzBytes: 0 }
      const loader = chunks.get('loader')
      if (loader?.imports.length)
        this.error(`The inline loader must stand alone, but imports ${loader.imports.join(', ')}`)
      const base = chunks.get('base')
      const boot = chunks.get('boot')
      const shared = new Set(base ? read.styles(base) : [])
      const blocks = [...chunks]
        .filter(([name]) => name.startsWith('block-'))
        .map(([name, chunk]): [string, RuntimeAssets['blocks'][string]] => {
          const own = read.styles(chunk).filter((file) => !shared.has(file))
          return [name.slice('block-'.length), { ...read.files(chunk), css: own.map(read.text).join('') }]
        })
      const frame = chunks.get('frame')
      const manifest: RuntimeAssets = {
        loader: loader ? `(()=>{${loader.code.trim()}})()` : '',
        boot: boot ? read.files(boot) : empty,
        css: [...shared].map(read.text).join(''),
        blocks: Object.fromEntries(blocks.toSorted(([a], [b]) => (a < b ? -1 : 1))),
        frame: `${basePath}frame.html`,
      }
      this.emitFile({ type: 'asset', fileName: 'manifest.json', source: `${JSON.stringify(manifest, null, 1)}\n` })
      if (frame)
        this.emitFile({
          type: 'asset',
          fileName: 'frame.html',
          source: frameDocument(read.files(frame), [...shared, ...read.styles(frame)]),
        })
      for (const gone of [loader, base]) if (gone) delete bundle[gone.fileName]
    },
  }
}

function readBundle(bundle: Rolldown.OutputBundle) {
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

/**
 * The frame has an origin of its own that is none, so each file it loads must be asked for across origins; its policy
 * leaves it no network at all: what it needs of the world it asks of the editor.
 */
function frameDocument(frame: ModuleFiles, styles: readonly string[]): string {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ')
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">',
    '<title>Frame</title>',
    ...[...new Set(styles)].map((file) => `<link rel="stylesheet" crossorigin href="${basePath}${file}">`),
    ...frame.imports.map((file) => `<link rel="modulepreload" crossorigin href="${file}">`),
    `<script type="module" crossorigin src="${frame.js}"></script>`,
    '</head>',
    '<body></body>',
    '</html>',
    '',
  ].join('\n')
}
