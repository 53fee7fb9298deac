import { isLink } from '#components/kit/link-value.ts'
import { listKinds, textColours } from '#components/kit/rich-text.ts'
import { readDelta } from '#model/text-delta.ts'
import type { JsonValue } from '#model/json.ts'
import type { FromFrame } from '#runtime/frame/protocol.ts'

type TextMessage = Extract<FromFrame, { kind: 'text-delta' | 'text-caret' | 'text-wish' }>

/** Checks what the frame says about the rich text being typed: code of blocks runs in there. */
export function readTextMessage(data: { readonly [member: string]: unknown }): TextMessage | undefined {
  switch (data.kind) {
    case 'text-delta': {
      const { sent, received, by } = data
      const delta = readDelta(data.delta)
      if (!delta || !isCount(sent) || !isCount(received) || (by !== 'typing' && by !== 'format')) return undefined
      return { kind: 'text-delta', delta, sent, received, by }
    }
    case 'text-caret': {
      if (typeof data.look !== 'object' || data.look === null) return undefined
      const { bold, italic, colour, link, list, hasRange, canLink } = data.look as { readonly [name: string]: unknown }
      const knownColour = textColours.find((name) => name === colour)
      const knownList = listKinds.find((kind) => kind === list)
      return {
        kind: 'text-caret',
        look: {
          ...(bold === true ? { bold } : {}),
          ...(italic === true ? { italic } : {}),
          ...(knownColour ? { colour: knownColour } : {}),
          ...(knownList ? { list: knownList } : {}),
          ...(isLink(link as JsonValue) ? { link: link as never } : {}),
          hasRange: hasRange === true,
          canLink: canLink === true,
        },
      }
    }
    case 'text-wish': {
      const { wish } = data
      const isKnown = wish === 'link' || wish === 'undo' || wish === 'redo' || wish === 'toolbar' || wish === 'left'
      return isKnown ? { kind: 'text-wish', wish } : undefined
    }
    default:
      return undefined
  }
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}
