import { zipSync } from 'fflate'
import type { Zippable } from 'fflate'
import type { PackageFiles } from '#compiler/package/package-program.ts'

/**
 * Zips files so that the same files are the same archive: in their order, all of one date. Pictures are compressed
 * already. Both ways of storing are what the packaging specification asks every reader for.
 */
export function zipPackage(files: PackageFiles): Uint8Array {
  const entries: Zippable = {}
  for (const [path, content] of files)
    entries[path] = typeof content === 'string' ? new TextEncoder().encode(content) : [content, { level: 0 }]
  // An archive's dates have no zone: the first one it can name, in whatever zone this machine is.
  return zipSync(entries, { level: 6, mtime: new Date(1980, 0, 1) })
}
