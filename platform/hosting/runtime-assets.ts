import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { manifestName, type RuntimeAssets } from '#runtime/runtime-assets.ts'

type Language = Parameters<typeof manifestName>[0]

/** What the build says of the runtime's files; read again when a new build has replaced it. */
export function createRuntimeAssets(folder: string): (language: Language) => Promise<RuntimeAssets> {
  const kept = new Map<string, { readonly changedMs: number; readonly assets: RuntimeAssets }>()
  return async (language) => {
    const file = join(folder, manifestName(language))
    const info = await stat(file).catch(() => undefined)
    if (!info) throw new Error(`${file} is missing: run "npm run build" first`)
    const known = kept.get(file)
    if (known?.changedMs === info.mtimeMs) return known.assets
    const assets = JSON.parse(await readFile(file, 'utf8')) as RuntimeAssets
    kept.set(file, { changedMs: info.mtimeMs, assets })
    return assets
  }
}
