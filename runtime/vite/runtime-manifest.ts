import type { Plugin } from 'vite'
import { manifestName, type ModuleFiles, type RuntimeAssets } from '../runtime-assets.ts'
import type { Language } from './one-language.ts'
import { basePath, readBundle } from './read-bundle.ts'

/** Builds of what visitors load: each is in the one language of the pages it is for. */
export const runtimeLanguages: { readonly [environment: string]: Language | undefined } = {
  runtime: 'en',
  runtimeZh: 'zh-CN',
}

/** Writes the manifest of a language beside the runtime's hashed files. */
export function runtimeManifest(): Plugin {
  return {
    name: 'shopwright:runtime-manifest',
    applyToEnvironment: ({ name }) => runtimeLanguages[name] !== undefined,
    // Before Vite decides which styles each part loads.
    generateBundle: {
      order: 'pre',
      handler(_options, bundle) {
        const read = readBundle(bundle)
        const { chunks } = read
        const empty: ModuleFiles = { js: '', imports: [], gzBytes: 0 }
        const loader = chunks.get('loader')
        const worker = chunks.get('worker')
        const copy = chunks.get('copy')
        for (const alone of [loader, worker, copy])
          if (alone?.imports.length)
            this.error(`The script "${alone.name}" must stand alone, but imports ${alone.imports.join(', ')}`)
        const base = chunks.get('base')
        const boot = chunks.get('boot')
        const seen = chunks.get('seen')
        const login = chunks.get('login')
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
          ...(worker && { worker: `(()=>{${worker.code.trim()}})()` }),
          ...(copy && { copyScript: `(()=>{${copy.code.trim()}})()` }),
          boot: boot ? read.files(boot) : empty,
          seen: seen ? read.files(seen) : empty,
          ...(login && { login: read.files(login) }),
          css: [...shared].map(read.text).join(''),
          styles: [...shared].map(read.path),
          blocks: Object.fromEntries(blocks.toSorted(([a], [b]) => (a < b ? -1 : 1))),
          frame: `${basePath}frame.html`,
        }
        const language = runtimeLanguages[this.environment.name] ?? 'en'
        this.emitFile({
          type: 'asset',
          fileName: manifestName(language),
          source: `${JSON.stringify(manifest, null, 1)}\n`,
        })
        read.dropStyleLoading()
        for (const gone of [loader, worker, copy, base]) if (gone) delete bundle[gone.fileName]
      },
    },
  }
}
