import type { Plugin } from 'vite'
import type { ModuleFiles, RuntimeAssets } from '../runtime-assets.ts'
import { basePath, readBundle } from './read-bundle.ts'

/** Writes `manifest.json` beside the runtime's hashed files. */
export function runtimeManifest(): Plugin {
  return {
    name: 'shopwright:runtime-manifest',
    applyToEnvironment: (environment) => environment.name === 'runtime',
    // Before Vite decides which styles each part loads.
    generateBundle: {
      order: 'pre',
      handler(_options, bundle) {
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
            return [
              name.slice('block-'.length),
              { ...read.files(chunk), css: own.map(read.text).join(''), styles: own.map(read.path) },
            ]
          })
        const manifest: RuntimeAssets = {
          loader: loader ? `(()=>{${loader.code.trim()}})()` : '',
          boot: boot ? read.files(boot) : empty,
          css: [...shared].map(read.text).join(''),
          styles: [...shared].map(read.path),
          blocks: Object.fromEntries(blocks.toSorted(([a], [b]) => (a < b ? -1 : 1))),
          frame: `${basePath}frame.html`,
        }
        this.emitFile({ type: 'asset', fileName: 'manifest.json', source: `${JSON.stringify(manifest, null, 1)}\n` })
        read.dropStyleLoading()
        for (const gone of [loader, base]) if (gone) delete bundle[gone.fileName]
      },
    },
  }
}
