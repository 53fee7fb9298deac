/** Named states of a block: what its stories show, its tests draw, and the palette's miniature is made from. */
import type { NodeSpec, SpecValue } from '#model/program-spec.ts'
import type { Host, ShopActions } from '../host.ts'
import type { SituationId } from '../situations.ts'
import type { BlockData, BlockEnv } from '../view.ts'

export type Language = BlockEnv['language']

export interface BlockState {
  /** Saved properties; texts may be given per language as `{ $text }`. What is left out has its default. */
  readonly props?: { readonly [name: string]: SpecValue }
  /** Blocks inside, drawn from their own properties. */
  readonly slots?: { readonly [slot: string]: readonly NodeSpec[] }
  /** Data besides a shop that is open; everything not given is still loading. */
  readonly data?: (language: Language) => Partial<BlockData>
  readonly env?: Partial<BlockEnv>
  /** One that the block brings something for: data and answers become what canvas and preview make of them there. */
  readonly situation?: Exclude<SituationId, 'now'>
  /** How the world answers, where the usual "only a preview" will not do. */
  readonly host?: Partial<Omit<Host, 'shop'>> & { readonly shop?: Partial<ShopActions> }
}

/** By name. The first one is the block at its best. */
export type BlockStates = { readonly [name: string]: BlockState }

export const text = (en: string, zh: string): SpecValue => ({ $text: { en, 'zh-CN': zh } })
