/** The messages of y-websocket 3, and our own `saved`. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { helloMessage, noticesMessage, pingMessage, savedMessage } from './protocol.ts'
import type { Notices } from './protocol.ts'

export type Frame =
  | { readonly kind: 'sync-step-1'; readonly stateVector: Uint8Array }
  /** `answers` our own SyncStep1, so it holds all that we lacked. */
  | { readonly kind: 'update'; readonly data: Uint8Array; readonly answers: boolean }
  | { readonly kind: 'presence'; readonly states: Uint8Array }
  | { readonly kind: 'query-presence' }
  /** Asks for a sign of life. */
  | { readonly kind: 'ping' }

/** @returns undefined for what is no message of the protocol */
export function readFrame(bytes: Uint8Array): Frame | undefined {
  try {
    const decoder = decoding.createDecoder(bytes)
    const frame = readKind(decoder)
    return decoding.hasContent(decoder) ? undefined : frame
  } catch {
    return undefined
  }
}

function readKind(decoder: decoding.Decoder): Frame | undefined {
  switch (decoding.readVarUint(decoder)) {
    case 0: {
      const step = decoding.readVarUint(decoder)
      const data = decoding.readVarUint8Array(decoder)
      if (step === 0) return { kind: 'sync-step-1', stateVector: data }
      return step === 1 || step === 2 ? { kind: 'update', data, answers: step === 1 } : undefined
    }
    case 1:
      return { kind: 'presence', states: decoding.readVarUint8Array(decoder) }
    case 3:
      return { kind: 'query-presence' }
    case pingMessage:
      return { kind: 'ping' }
    default:
      return undefined
  }
}

export const syncStep1Frame = (stateVector: Uint8Array): Uint8Array => frame([0, 0], stateVector)
export const syncStep2Frame = (update: Uint8Array): Uint8Array => frame([0, 1], update)
export const updateFrame = (update: Uint8Array): Uint8Array => frame([0, 2], update)
export const presenceFrame = (states: Uint8Array): Uint8Array => frame([1], states)
export const pongFrame: Uint8Array = frame([pingMessage])
export const savedFrame = (frames: number, seq: number): Uint8Array => frame([savedMessage, frames, seq])

export function helloFrame(epoch: string, mayWrite: boolean): Uint8Array {
  return frame([helloMessage, mayWrite ? 1 : 0], new TextEncoder().encode(epoch))
}

export const noticesFrame = (notices: Notices): Uint8Array =>
  frame([noticesMessage], new TextEncoder().encode(JSON.stringify(notices)))

/** y-protocols' "permission denied" with the reason. */
export function deniedFrame(reason: string): Uint8Array {
  return frame([2, 0], new TextEncoder().encode(reason))
}

function frame(numbers: readonly number[], bytes?: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const number of numbers) encoding.writeVarUint(encoder, number)
  if (bytes) encoding.writeVarUint8Array(encoder, bytes)
  return encoding.toUint8Array(encoder)
}
