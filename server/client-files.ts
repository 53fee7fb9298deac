/** The editor and console: one page for all of their addresses, and the files that it loads. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createStaticFiles, webOnly } from '#platform/index.ts'
import { cellHash } from '#runtime/code-blocks/cell-hash.ts'

export interface ClientFiles {
  answer(request: Request): Promise<Response>
}

export function createClientFiles(folder: string): ClientFiles {
  const files = createStaticFiles(folder)
  return {
    async answer(request) {
      if (request.method !== 'GET' && request.method !== 'HEAD') return text('Method not allowed', 405)
      const { pathname, host } = new URL(request.url)
      const file = pathname === '/' ? undefined : await files.answer(request, pathname.slice(1))
      if (file && !pathname.endsWith('.html')) return file
      // A missing file is missing; anything else is an address of the app, which its router knows.
      if (/\.\w+$/.test(pathname) || pathname.startsWith('/assets/')) return text('Not found', 404)
      const page = await files.answer(request, 'index.html', await pageHeaders(folder, host))
      return page ?? text('The editor has not been built. Run "npm run build" and start again.', 503)
    },
  }
}

async function pageHeaders(folder: string, host: string): Promise<Record<string, string>> {
  const html = await readFile(join(folder, 'index.html'), 'utf8').catch(() => '')
  const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)]
  const hashes = inline.map(([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`)
  // Of the document that draws programs where it is no file of its own: see `editor/vite/shell-worker.ts`.
  const frame = /<meta name="frame-script" content="(sha256-[\w+/=]+)"/.exec(html)?.[1]
  // What is in that document has this page's policy too.
  if (frame !== undefined) hashes.push(`'${frame}'`, cellHash)
  const policy = [
    "default-src 'none'",
    ["script-src 'self'", ...hashes].join(' '),
    "worker-src 'self' blob:",
    // Controls place their pop-ups by style attributes.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self' ws://${host} wss://${host}`,
    "frame-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
  return {
    'content-security-policy': policy,
    // The document that draws programs has it from this one where it is no file of its own.
    'connection-allowlist': webOnly,
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  }
}

function text(body: string, status: number): Response {
  return new Response(body, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  })
}
