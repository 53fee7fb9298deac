import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { createCollabServer } from '#collab-server/index.ts'
import type { Access, CollabServer, Refusal, Store } from '#collab-server/index.ts'
import { programLabelOf } from '#platform/index.ts'
import type { Platform, PlatformConfig } from '#platform/index.ts'
import { collabPath } from '#platform/contract/routes.ts'
import type { Log } from './log.ts'

export function createCollab(store: Store, platform: Platform, log: Log): CollabServer {
  return createCollabServer({
    store,
    authorize: (request, docId) => authorize(platform, request, docId),
    allowOrigin: (origin, request) => origin === undefined || hostOf(origin) === request.headers.host,
    report: ({ code, docId, error }) =>
      log({ event: code, document: docId, error: error instanceof Error ? error.message : undefined }),
  })
}

/** Whether this upgrade is for the rooms: theirs is a path of the platform's origin, never of a program's. */
export function isForCollab(config: PlatformConfig, request: IncomingMessage): boolean {
  const path = (request.url ?? '').split('?')[0] ?? ''
  return path.startsWith(`${collabPath}/`) && programLabelOf(config, request.headers.host ?? '') === undefined
}

export function refuseUpgrade(socket: Duplex): void {
  socket.on('error', () => undefined)
  socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 0\r\n\r\n')
}

async function authorize(platform: Platform, request: IncomingMessage, docId: string): Promise<Access | Refusal> {
  const access = await platform.authorizeCollab(headersOf(request), docId)
  if ('refused' in access) return { refused: access.refused === 'unauthorised' ? 'signed-out' : 'unknown-document' }
  return { user: { id: access.userId, name: access.name }, canEdit: access.canEdit }
}

function headersOf(request: IncomingMessage): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) if (value !== undefined) headers.set(name, String(value))
  return headers
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}
