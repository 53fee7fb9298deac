import type { ToFrame } from './protocol.ts'

type Kind = ToFrame['kind']

/** Members that must be there, by kind, with their `typeof`; the editor is trusted with the rest. */
const members: { readonly [K in Kind]: { readonly [member: string]: 'object' | 'string' | 'number' } } = {
  start: { program: 'object', pageId: 'string', mode: 'string', scheme: 'string' },
  patch: { seq: 'number', changed: 'object', removed: 'object' },
  'shop-data': { shopData: 'object' },
  'code-blocks': { blocks: 'object' },
  situation: { situation: 'string' },
  'show-page': { pageId: 'string' },
  scheme: { scheme: 'string' },
  'in-sight': { top: 'number', bottom: 'number' },
  'open-slots': { slots: 'object' },
  'edit-text': { nodeId: 'string', prop: 'string' },
  'text-delta': { delta: 'object', sent: 'number', received: 'number' },
  'format-text': { command: 'object' },
  'end-text': {},
  picture: { url: 'string', picture: 'object' },
  'host-answer': { callId: 'number', answer: 'object' },
}

/** @returns undefined for what is none of our messages: an editor of another version may send more than we know */
export function readToFrame(data: unknown): ToFrame | undefined {
  if (typeof data !== 'object' || data === null) return undefined
  const message = data as { readonly [member: string]: unknown }
  const { kind } = message
  if (typeof kind !== 'string' || !Object.hasOwn(members, kind)) return undefined
  const expected = Object.entries(members[kind as Kind])
  const fits = expected.every(([member, type]) => typeof message[member] === type && message[member] !== null)
  return fits ? (data as ToFrame) : undefined
}
