import { readFile, stat } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { cachedBody, sendCached } from './compressed.ts'
import type { CachedBody } from './compressed.ts'

export interface StaticFiles {
  /** Undefined when there is no such file. @param path - below the folder, as it stood in the address */
  answer(request: Request, path: string, headers?: Readonly<Record<string, string>>): Promise<Response | undefined>
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
const HASHED = /-[\w-]{8,}\.\w+$/

/**
 * Serves what a build wrote, from memory. A file that was built anew while the server runs is read anew: pages that ask
 * for it find what the latest build meant.
 */
export function createStaticFiles(folder: string): StaticFiles {
  const files = new Map<string, { readonly changedMs: number; readonly body: CachedBody }>()

  async function load(path: string): Promise<CachedBody | undefined> {
    const known = files.get(path)
    const info = await stat(path).catch(() => undefined)
    if (!info?.isFile()) return undefined
    if (known?.changedMs === info.mtimeMs) return known.body
    const compress = types[extname(path)]?.compress ?? false
    const body = cachedBody(await readFile(path), { compress, quality: HASHED.test(path) ? 'best' : 'quick' })
    files.set(path, { changedMs: info.mtimeMs, body })
    return body
  }

  return {
    async answer(request, path, headers = {}) {
      const file = safePath(folder, path)
      const body = file && (await load(file))
      if (!file || !body) return undefined
      return sendCached(request, body, {
        'content-type': types[extname(file)]?.type ?? 'application/octet-stream',
        'cache-control': HASHED.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
        'x-content-type-options': 'nosniff',
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
