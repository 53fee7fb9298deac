/** For browser tests: builds the runtime into a folder of its own and serves it beside pages that a test makes. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createBuilder } from 'vite'
import type { RuntimeAssets } from '../runtime-assets.ts'

const root = path.resolve(import.meta.dirname, '..', '..')
const types: { readonly [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
}

export type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

export interface ServedRuntime {
  readonly origin: string
  readonly assets: RuntimeAssets
  /** Answers this path (without query) from now on. */
  on(path: string, handler: Handler): void
  close(): Promise<void>
}

/** @param entries - modules of the test's own, by the name under which they are served: `/runtime/<name>.js` */
export async function serveRuntime(entries: { readonly [name: string]: string } = {}): Promise<ServedRuntime> {
  const folder = await mkdtemp(path.join(tmpdir(), 'runtime-'))
  const builder = await createBuilder({
    configFile: path.join(root, 'vite.config.ts'),
    logLevel: 'error',
    environments: {
      runtime: {
        build: {
          outDir: folder,
          rolldownOptions: {
            input: entries,
            output: { entryFileNames: ({ name }) => (Object.hasOwn(entries, name) ? '[name].js' : '[name]-[hash].js') },
          },
        },
      },
      frame: { build: { outDir: folder } },
    },
  })
  for (const name of ['runtime', 'frame']) {
    const environment = builder.environments[name]
    if (!environment) throw new Error(`The build has no environment "${name}"`)
    await builder.build(environment)
  }
  const handlers = new Map<string, Handler>()
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://test')
    const handler = handlers.get(pathname)
    if (handler) return handler(request, response)
    const name = /^\/runtime\/([\w.-]+)$/.exec(pathname)?.[1]
    const file = name && (await readFile(path.join(folder, name)).catch(() => undefined))
    if (!name || !file) return void response.writeHead(404).end()
    response.writeHead(200, {
      'Content-Type': types[path.extname(name)] ?? 'application/octet-stream',
      // The sandboxed frame has no origin: whatever it loads is from elsewhere.
      'Access-Control-Allow-Origin': '*',
    })
    response.end(file)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    assets: JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8')) as RuntimeAssets,
    on: (at, handler) => void handlers.set(at, handler),
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export function sendHtml(html: string, headers: { readonly [name: string]: string } = {}): Handler {
  return (_request, response) =>
    void response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...headers }).end(html)
}
