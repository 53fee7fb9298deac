import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { createCollabServer } from '#collab-server/index.ts'
import type { Access, CollabServer, Problem, Refusal, Store } from '#collab-server/index.ts'
import { isOwnOrigin, programLabelOf } from '#platform/index.ts'
import type { Platform, PlatformConfig } from '#platform/index.ts'
import { collabPath, phoneTokenParam } from '#platform/contract/routes.ts'
import type { Log } from './log.ts'
import { withinLocks } from './within-locks.ts'

export function createCollab(store: Store, platform: Platform, log: Log): CollabServer {
  return createCollabServer({
    store,
    authorize: (request, docId) => authorize(platform, request, docId),
    allowOrigin: (origin, { headers }) =>
      origin === undefined || isOwnOrigin(origin, headers.host, platform.services.config.publicUrl),
    report: reportTo(log),
  })
}

export function reportTo(log: Log): (problem: Problem) => void {
  return ({ code, docId, error, closeCode, reason, count }) =>
    log({
      event: code,
      document: docId || undefined,
      error: error instanceof Error ? error.message : undefined,
      closeCode,
      reason,
      count,
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
  const token = new URL(request.url ?? '/', 'http://localhost').searchParams.get(phoneTokenParam)
  if (token !== null) {
    const phone = await platform.authorizePhone(token, docId)
    return phone ? { user: { id: phone.userId, name: '' }, canEdit: false } : { refused: 'forbidden' }
  }
  const access = await platform.authorizeCollab(headersOf(request), docId)
  if ('refused' in access) return { refused: access.refused === 'unauthorised' ? 'signed-out' : 'unknown-document' }
  const { userId, name, canEdit, canLock } = access
  return { user: { id: userId, name }, canEdit, ...(canEdit && !canLock && { mayWrite: withinLocks }) }
}

function headersOf(request: IncomingMessage): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) if (value !== undefined) headers.set(name, String(value))
  return headers
}
