import type { Capability } from '#model/capabilities.ts'
import type { JsonObject, JsonValue } from '#model/json.ts'
import type { CustomerField, LoginReason } from '#model/shop/customers.ts'
import type { LocalText, SpecValue } from '#model/program-spec.ts'
import type { HostWith } from './capabilities.ts'
import type { CheckedBlock } from './checked-block.ts'
import { definitionFaults } from './definition-faults.ts'
import type { Fields, PropsOf } from './fields.ts'
import type { BlockData, BlockViewProps, ShopDataKey, VisitorDataKey } from './view.ts'

export interface SlotDefinition {
  readonly label: LocalText
  /** How children are laid out, so that the editor knows where a drop line goes. */
  readonly axis: 'vertical' | 'horizontal'
  /** Block types that may be placed here; absent means any that allows it. */
  readonly accepts?: readonly string[]
  readonly maxChildren?: number
  /**
   * Name of the text on the canvas that opens it, where slots take turns: only one of them is drawn there at a time, by
   * `env.openSlot`.
   */
  readonly openedBy?: string
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
  /** Block types it may stand in, `page` being the page itself; absent means anywhere that takes it. */
  readonly standsIn?: readonly string[]
  /** Shop data its view draws, pre-rendered and live; the page renders again when it changes. */
  readonly shopData: readonly ShopDataKey[]
  /** Data of the person looking at it; never pre-rendered. */
  readonly visitorData: readonly VisitorDataKey[]
  /**
   * What its view does beyond showing (`capabilities.ts` says which part of the host that is): a program is granted nothing
   * that no block of it declares. Left out are what `login` and `visitorData` say already.
   */
  readonly needs?: readonly Capability[]
  /** What it may ask of the customer, and for what; absent for a block that asks nobody to sign in. */
  readonly login?: { readonly reason: LoginReason; readonly fields: readonly CustomerField[] }
  /** False for a block that only shows: its published HTML ships no JavaScript. */
  readonly interactive: boolean
  /** It does something that nobody asked it for: a published page wakes it wherever it stands, as soon as there is time. */
  readonly actsByItself?: true
  /** `upgrades[n]` turns properties of version n-1 into version n. Pure, run on reading, kept for ever. */
  readonly upgrades: { readonly [toVersion: number]: (old: JsonObject) => { readonly [name: string]: JsonValue } }
}

/**
 * Declares a kind of block. What contradicts itself does not compile where the compiler can see it; all of it fails here.
 * @throws naming block and field
 */
export function defineBlock<const D extends BlockDefinition>(definition: D & CheckedBlock<D>): D {
  const [fault] = definitionFaults(definition)
  if (fault !== undefined) throw new Error(`Block "${definition.type}": ${fault}`)
  return definition
}

export type PropsOfBlock<D> = D extends { readonly fields: infer F extends Fields } ? PropsOf<F> : never

type Names<List, All extends string> = List extends readonly (infer Name extends All)[] ? Name : never

/** As `capabilitiesOf` says it of a definition. */
type NeedsOf<D extends BlockDefinition> =
  | Names<D['needs'], Capability>
  | (D extends { readonly login: object } ? 'shop.customer' : never)
  | (D['visitorData'] extends readonly [] ? never : 'storage')

/** What the view of exactly this block is handed: its own properties, the data it names, the host it may use. */
export type ViewPropsOf<D extends BlockDefinition> = Omit<BlockViewProps<PropsOfBlock<D>>, 'data' | 'host'> & {
  readonly data: Pick<BlockData, Names<D['shopData'], ShopDataKey> | Names<D['visitorData'], VisitorDataKey>>
  readonly host: HostWith<NeedsOf<D>>
}
