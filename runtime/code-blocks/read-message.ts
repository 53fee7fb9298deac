import type { JsonValue } from '#model/json.ts'
import type { FromWorker } from './wire.ts'

const MOST_CHARACTERS = 64 * 1024

/** @returns undefined for what the sandbox never says */
export function readMessage(data: unknown): FromWorker | undefined {
  if (typeof data !== 'object' || data === null) return undefined
  const { kind, count, ops, heard, call, method, argument, reason, message } = data as {
    readonly [name: string]: unknown
  }
  switch (kind) {
    case 'ready':
      return { kind }
    case 'pong':
      return isCount(count) ? { kind, count } : undefined
    case 'draw':
      return Array.isArray(ops) && isCount(heard) ? { kind, ops: ops as readonly unknown[], heard } : undefined
    case 'call': {
      const read = readJson(argument)
      return isCount(call) && typeof method === 'string' && method.length < 40 && read !== undefined
        ? { kind, call, method, argument: read }
        : undefined
    }
    case 'failed':
      return (reason === 'threw' || reason === 'memory') && typeof message === 'string'
        ? { kind, reason, message: message.slice(0, 500) }
        : undefined
    default:
      return undefined
  }
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value)
}

/** What came through a port was cloned, but may still be a map, a loop or a file. */
function readJson(value: unknown): JsonValue | undefined {
  try {
    const text = JSON.stringify(value ?? null) as string | undefined
    return text === undefined || text.length > MOST_CHARACTERS ? undefined : (JSON.parse(text) as JsonValue)
  } catch {
    return undefined
  }
}
