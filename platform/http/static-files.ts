import { readFile, stat } from 'node:fs/promises'
import { basename, extname, join, normalize, sep } from 'node:path'
import { cachedBody, sendCached } from './compressed.ts'
import type { CachedBody } from './compressed.ts'

export interface StaticFiles {
  /** Undefined when there is no such file. @param path - below the folder, as it stood in the address */
  answer(request: Request, path: string, headers?: Readonly<Record<string, string>>): Promise<Response | undefined>
}

interface KeptFile {
  readonly changedMs: number
  readonly body: CachedBody
}

const types: { readonly [extension: string]: { readonly type: string; readonly compress: boolean } } = {
  '.html': { type: 'text/html; charset=utf-8', compress: true },
  '.js': { type: 'text/javascript; charset=utf-8', compress: true },
  '.css': { type: 'text/css; charset=utf-8', compress: true },
  '.json': { type: 'application/json', compress: true },
  '.map': { type: 'application/json', compress: true },
  '.svg': { type: 'image/svg+xml', compress: true },
  '.ico': { type: 'image/x-icon', compress: true },
  '.wasm': { type: 'application/wasm', compress: true },
  '.txt': { type: 'text/plain; charset=utf-8', compress: true },
  '.png': { type: 'image/png', compress: false },
  '.jpg': { type: 'image/jpeg', compress: false },
  '.webp': { type: 'image/webp', compress: false },
  '.woff2': { type: 'font/woff2', compress: false },
}

/** Files whose name changes with what they hold may be kept for ever; the build names them `name-<hash>.ext`. */
const HASHED = /^[^/\\\0]*-[\w-]{8,}\.\w+$/

export function isHashed(name: string): boolean {
  return HASHED.test(name)
}

/** @param name - of the file alone */
export function fileHeaders(name: string): Readonly<Record<string, string>> {
  return {
    'content-type': types[extname(name)]?.type ?? 'application/octet-stream',
    'cache-control': isHashed(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
    'x-content-type-options': 'nosniff',
  }
}

/**
 * Serves what a build wrote, from memory. A file that was built anew while the server runs is read anew: pages that ask
 * for it find what the latest build meant.
 */
export function createStaticFiles(folder: string): StaticFiles {
  const files = new Map<string, KeptFile>()

  async function load(path: string): Promise<KeptFile | undefined> {
    const known = files.get(path)
    const info = await stat(path).catch(() => undefined)
    if (!info?.isFile()) return undefined
    if (known?.changedMs === info.mtimeMs) return known
    const compress = types[extname(path)]?.compress ?? false
    const body = cachedBody(await readFile(path), { compress, quality: isHashed(basename(path)) ? 'best' : 'quick' })
    const kept = { changedMs: info.mtimeMs, body }
    files.set(path, kept)
    return kept
  }

  return {
    async answer(request, path, headers = {}) {
      const file = safePath(folder, path)
      const kept = file && (await load(file))
      if (!file || !kept) return undefined
      return sendCached(request, kept.body, {
        'last-modified': new Date(kept.changedMs).toUTCString(),
        ...fileHeaders(basename(file)),
        ...headers,
      })
    },
  }
}

/** Nothing outside the folder, and nothing hidden. */
function safePath(folder: string, path: string): string | undefined {
  let decoded: string
  try {
    decoded = decodeURIComponent(path)
  } catch {
    return undefined
  }
  if (decoded.includes('\0') || decoded.split(/[\\/]/).some((part) => part.startsWith('.'))) return undefined
  const file = normalize(join(folder, decoded))
  return file.startsWith(folder + sep) ? file : undefined
}
