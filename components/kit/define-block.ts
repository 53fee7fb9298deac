import type { JsonObject, JsonValue } from '#model/json.ts'
import type { LocalText, SpecValue } from '#model/program-spec.ts'
import type { Fields, PropsOf } from './fields.ts'
import type { ShopDataKey, VisitorDataKey } from './view.ts'

export interface SlotDefinition {
  readonly label: LocalText
  /** How children are laid out, so that the editor knows where a drop line goes. */
  readonly axis: 'vertical' | 'horizontal'
  /** Block types that may be placed here; absent means any that allows it. */
  readonly accepts?: readonly string[]
  readonly maxChildren?: number
}

/** What a block is: no React, no DOM, so servers, workers and the editor load it without its view. */
export interface BlockDefinition<F extends Fields = Fields> {
  readonly type: string
  readonly label: LocalText
  readonly description: LocalText
  /** Palette group, by what a merchant wants. */
  readonly group: 'sell' | 'book' | 'members' | 'tell' | 'arrange'
  /** A name of the icon set. */
  readonly icon: string
  /** Counts up by one with each change of the saved properties' shape. */
  readonly version: number
  readonly fields: F
  /**
   * What a newly placed block holds beyond the defaults, in the words of the program's language, so that it looks like
   * something at once. Never consulted again afterwards.
   */
  readonly starter?: { readonly [name: string]: SpecValue }
  /** Named places for children; a container has at least one. */
  readonly slots: { readonly [name: string]: SlotDefinition }
  /** Shop data its view draws, pre-rendered and live; the page renders again when it changes. */
  readonly shopData: readonly ShopDataKey[]
  /** Data of the person looking at it; never pre-rendered. */
  readonly visitorData: readonly VisitorDataKey[]
  /** False for a block that only shows: its published HTML ships no JavaScript. */
  readonly interactive: boolean
  /** `upgrades[n]` turns properties of version n-1 into version n. Pure, run on reading, kept for ever. */
  readonly upgrades: { readonly [toVersion: number]: (old: JsonObject) => { readonly [name: string]: JsonValue } }
}

/** Declares a kind of block. @throws naming block and field when the definition contradicts itself. */
export function defineBlock<const F extends Fields>(definition: BlockDefinition<F>): BlockDefinition<F> {
  const { type, version, fields, upgrades } = definition
  const fail = (what: string): never => {
    throw new Error(`Block "${type}": ${what}`)
  }
  if (!/^[a-z][a-z0-9-]*$/.test(type)) fail('its type must be kebab-case')
  for (let to = 2; to <= version; to++) if (!upgrades[to]) fail(`version is ${version}, but upgrades[${to}] is missing`)
  for (const [name, field] of Object.entries(fields)) {
    if (!/^[a-z][A-Za-z0-9]*$/.test(name)) fail(`field "${name}" must be camelCase`)
    if (field.when && !(field.when.field in fields))
      fail(`field "${name}" depends on "${field.when.field}", which does not exist`)
    if (field.kind === 'choice' && !field.options.some((option) => option.value === field.default))
      fail(`field "${name}" has the default "${field.default}", which is none of its options`)
  }
  for (const name of Object.keys(definition.starter ?? {}))
    if (!(name in fields)) fail(`starts with "${name}", which is no field`)
  return definition
}

export type PropsOfBlock<D> = D extends BlockDefinition<infer F> ? PropsOf<F> : never
