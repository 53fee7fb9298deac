import type { NodeId, PageId } from '#model/ids.ts'
import type { JsonValue } from '#model/json.ts'
import type { FromFrame, MeasuredNode, Rect } from '#runtime/frame/protocol.ts'

/**
 * Reads a message of the frame. Written by hand rather than as a schema: a layout of 5,000 nodes passes through here.
 * @returns undefined for anything that is not one of our messages
 */
export function readFromFrame(data: unknown): FromFrame | undefined {
  if (!isRecord(data)) return undefined
  const { kind } = data
  switch (kind) {
    case 'ready':
      return { kind }
    case 'measured': {
      const { pageId, whole, nodes, removed, heightPx } = data
      if (typeof pageId !== 'string' || typeof whole !== 'boolean' || !isSize(heightPx)) return undefined
      if (!Array.isArray(nodes) || !nodes.every(isMeasured) || !isStrings(removed)) return undefined
      return { kind, pageId: pageId as PageId, whole, nodes, removed: removed as readonly NodeId[], heightPx }
    }
    case 'painted':
      return typeof data.seq === 'number' ? { kind, seq: data.seq } : undefined
    case 'text-input': {
      const { nodeId, prop, value, base } = data
      if (
        typeof nodeId !== 'string' ||
        typeof prop !== 'string' ||
        typeof value !== 'string' ||
        typeof base !== 'string'
      )
        return undefined
      return { kind, nodeId: nodeId as NodeId, prop, value, base }
    }
    case 'text-end': {
      const { reason } = data
      return reason === 'escape' || reason === 'blur' || reason === 'enter' ? { kind, reason } : undefined
    }
    case 'page-shown':
      return typeof data.pageId === 'string' ? { kind, pageId: data.pageId as PageId } : undefined
    case 'view-failed': {
      const { nodeId, message } = data
      return typeof nodeId === 'string' && typeof message === 'string'
        ? { kind, nodeId: nodeId as NodeId, message }
        : undefined
    }
    case 'host-call': {
      const { callId, method, argument } = data
      // What came through a port was cloned, so it is data; whether it makes sense, the server decides.
      return typeof callId === 'number' && typeof method === 'string'
        ? { kind, callId, method, argument: (argument ?? null) as JsonValue }
        : undefined
    }
    default:
      return undefined
  }
}

function isMeasured(value: unknown): value is MeasuredNode {
  return (
    isRecord(value) &&
    typeof value.id === 'string' &&
    isRect(value.rect) &&
    isListOf(
      value.slots,
      (slot) =>
        typeof slot.name === 'string' && isRect(slot.rect) && (slot.axis === 'vertical' || slot.axis === 'horizontal'),
    ) &&
    isListOf(value.texts, (text) => typeof text.prop === 'string' && isRect(text.rect))
  )
}

function isListOf(value: unknown, isRight: (item: { readonly [key: string]: unknown }) => boolean): boolean {
  return Array.isArray(value) && value.every((item) => isRecord(item) && isRight(item))
}

function isRect(value: unknown): value is Rect {
  return isRecord(value) && isNumber(value.x) && isNumber(value.y) && isSize(value.width) && isSize(value.height)
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

function isSize(value: unknown): value is number {
  return isNumber(value) && value >= 0
}

function isStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}

function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
