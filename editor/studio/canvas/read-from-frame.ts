import type { NodeId, PageId } from '#model/ids.ts'
import type { JsonValue } from '#model/json.ts'
import type { FromFrame, MeasuredNode, Rect } from '#runtime/frame/protocol.ts'
import { readTextMessage } from '../rich-text/read-text-message.ts'

/** Past what a program of 5,000 blocks on the longest page comes near to. */
const most = { nodes: 50_000, parts: 500, id: 200, name: 200, text: 200_000, words: 2000, callCharacters: 64 * 1024 }

/**
 * Reads a message of the frame. Written by hand rather than as a schema: a layout of 5,000 nodes passes through here.
 * @returns undefined for anything that is not one of our messages, or is larger than any of them can be
 */
export function readFromFrame(data: unknown): FromFrame | undefined {
  if (!isRecord(data)) return undefined
  const { kind } = data
  switch (kind) {
    case 'ready':
    case 'save-pressed':
      return { kind }
    case 'measured': {
      const { pageId, whole, nodes, moved, removed, heightPx } = data
      if (!isText(pageId, most.id) || typeof whole !== 'boolean' || !isSize(heightPx)) return undefined
      if (!isList(nodes, most.nodes) || !nodes.every(isMeasured) || !isIds(removed)) return undefined
      if (!isList(moved, most.nodes) || !moved.every(isMove)) return undefined
      return { kind, pageId: pageId as PageId, whole, nodes, moved, removed: removed as readonly NodeId[], heightPx }
    }
    case 'painted':
      return isNumber(data.seq) ? { kind, seq: data.seq } : undefined
    case 'text-input': {
      const { nodeId, prop, value, base } = data
      if (!isText(nodeId, most.id) || !isText(prop, most.name)) return undefined
      if (!isText(value, most.text) || !isText(base, most.text)) return undefined
      return { kind, nodeId: nodeId as NodeId, prop, value, base }
    }
    case 'text-delta':
    case 'text-caret':
    case 'text-wish':
      return readTextMessage(data)
    case 'text-end': {
      const { nodeId, prop, reason } = data
      if (!isText(nodeId, most.id) || !isText(prop, most.name)) return undefined
      if (reason !== 'escape' && reason !== 'blur' && reason !== 'enter') return undefined
      return { kind, nodeId: nodeId as NodeId, prop, reason }
    }
    case 'page-shown':
      return isText(data.pageId, most.id) ? { kind, pageId: data.pageId as PageId } : undefined
    case 'picture-wanted':
      return isText(data.url, most.id) ? { kind, url: data.url } : undefined
    case 'view-failed': {
      const { nodeId, message } = data
      return isText(nodeId, most.id) && isText(message, most.words)
        ? { kind, nodeId: nodeId as NodeId, message }
        : undefined
    }
    case 'host-call': {
      const { callId, method, argument } = data
      if (!isNumber(callId) || !isText(method, most.name)) return undefined
      const read = readJson(argument)
      return read === undefined ? undefined : { kind, callId, method, argument: read }
    }
    default:
      return undefined
  }
}

function isMeasured(value: unknown): value is MeasuredNode {
  return (
    isRecord(value) &&
    isText(value.id, most.id) &&
    isNumber(value.box) &&
    isRect(value.rect) &&
    isListOf(
      value.slots,
      (slot) =>
        isText(slot.name, most.name) && isRect(slot.rect) && (slot.axis === 'vertical' || slot.axis === 'horizontal'),
    ) &&
    isListOf(value.texts, (text) => isText(text.prop, most.name) && isRect(text.rect))
  )
}

function isMove(value: unknown): value is { readonly box: number; readonly dx: number; readonly dy: number } {
  return isRecord(value) && isNumber(value.box) && isNumber(value.dx) && isNumber(value.dy)
}

function isListOf(value: unknown, isRight: (item: { readonly [key: string]: unknown }) => boolean): boolean {
  return isList(value, most.parts) && value.every((item) => isRecord(item) && isRight(item))
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

function isIds(value: unknown): value is readonly string[] {
  return isList(value, most.nodes) && value.every((item) => isText(item, most.id))
}

function isList(value: unknown, longest: number): value is readonly never[] {
  return Array.isArray(value) && value.length <= longest
}

function isText(value: unknown, longest: number): value is string {
  return typeof value === 'string' && value.length <= longest
}

/** What came through a port was cloned, but may still be a map, a loop or a file. Whether it makes sense, the server decides. */
function readJson(value: unknown): JsonValue | undefined {
  try {
    const text = JSON.stringify(value ?? null) as string | undefined
    return text === undefined || text.length > most.callCharacters ? undefined : (JSON.parse(text) as JsonValue)
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
