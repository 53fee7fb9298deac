import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { RuntimeAssets } from '#runtime/runtime-assets.ts'

/** What the build says of the runtime's files; read again when a new build has replaced it. */
export function createRuntimeAssets(folder: string): () => Promise<RuntimeAssets> {
  const file = join(folder, 'manifest.json')
  let kept: { readonly changedMs: number; readonly assets: RuntimeAssets } | undefined
  return async () => {
    const info = await stat(file).catch(() => undefined)
    if (!info) throw new Error(`${file} is missing: run "npm run build" first`)
    if (kept?.changedMs !== info.mtimeMs)
      kept = { changedMs: info.mtimeMs, assets: JSON.parse(await readFile(file, 'utf8')) as RuntimeAssets }
    return kept.assets
  }
}
