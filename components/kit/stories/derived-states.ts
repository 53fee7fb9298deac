import type { LocalText, SpecValue } from '#model/program-spec.ts'
import type { BlockDefinition } from '../define-block.ts'
import type { Field, Fields } from '../fields.ts'
import type { BlockData } from '../view.ts'
import { type BlockState, type BlockStates, text } from './block-state.ts'
import { mockPictures } from './mock-pictures.ts'
import { loading, mockNowMs, offline } from './mock-shop.ts'

/**
 * States every block is seen in, made from its definition alone: `fresh` as it is placed, `empty` with nothing set,
 * `longest` with every text as long as it may be and every list full; of a block with data `loading` and `failed`.
 */
export type DerivedState = 'fresh' | 'empty' | 'longest' | 'loading' | 'failed'

/** All states of a block: its own, by whose first one the derived ones take their data, and those its definition calls for. */
export function allStates(definition: BlockDefinition, own: BlockStates): BlockStates {
  const best = Object.values(own)[0] ?? {}
  return { ...own, ...omit(derivedStates(definition, best), Object.keys(own)) }
}

function derivedStates(definition: BlockDefinition, best: BlockState): BlockStates {
  const { fields, starter = {}, shopData, visitorData } = definition
  const { data, env, host, situation } = best
  const world: BlockState = { data, env, host, situation }
  const all = (one: BlockData[keyof BlockData]) => () =>
    Object.fromEntries([...shopData, ...visitorData].map((key) => [key, one])) as Partial<BlockData>
  const { props } = best
  return {
    fresh: { ...world, props: starter },
    empty: world,
    longest: { ...world, props: { ...starter, ...longestValues(fields) }, slots: best.slots },
    ...(shopData.length + visitorData.length > 0 && {
      loading: { props, env, data: all(loading) },
      failed: { props, env, data: all(offline) },
    }),
  }
}

function omit(states: BlockStates, names: readonly string[]): BlockStates {
  return Object.fromEntries(Object.entries(states).filter(([name]) => !names.includes(name)))
}

/** What the longest list shows; more would only make the story longer. */
const mostItems = 6

/** A value for each field that takes as much room as it may. Choices, switches and references stay as they are. */
function longestValues(fields: Fields): { readonly [name: string]: SpecValue } {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => {
      const value = longestValue(field)
      return value === undefined ? [] : [[name, value]]
    }),
  )
}

function longestValue(field: Field): SpecValue | undefined {
  switch (field.kind) {
    case 'text':
    case 'rich-text': {
      const { en, 'zh-CN': zh } = longText(field.maxLength)
      return text(en, zh)
    }
    case 'money':
      return field.max
    case 'date-time':
      return mockNowMs + 99 * 86_400_000
    case 'picture':
      return mockPictures.story
    case 'link':
      return { kind: 'page', pageId: 'menu' }
    case 'list':
      return Array.from({ length: Math.min(field.maxItems, mostItems) }, () => longestValues(field.item))
    default:
      return undefined
  }
}

const sample: LocalText = {
  en: 'Everything is made by hand in the open kitchen, from the dough at dawn to the last bowl at night, and whoever comes before noon gets a small plate of pickles with our thanks. ',
  'zh-CN':
    '清晨和面，整日熬汤，每一碗都在明厨里现做，中午之前到店的客人另送一碟自家腌制的小菜，聊表心意，欢迎常来坐坐。',
}

/** Words of exactly this many characters, not ended by a space. */
function longText(length: number): LocalText {
  const cut = (words: string) =>
    words
      .repeat(Math.ceil(length / words.length))
      .slice(0, length)
      .replace(/ $/, '.')
  return { en: cut(sample.en), 'zh-CN': cut(sample['zh-CN']) }
}
