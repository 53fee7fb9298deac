/**
 * What `shopwright/kit` offers a code block, as its writer's editor sees it: the types that completions and type errors
 * come from. What runs is `runtime/code-blocks/inside/modules.ts`; names are those of `kitNames`.
 */
import type { ReactNode } from 'react'
import type { LocalText } from '#model/program-spec.ts'
import type { IconName } from '../primitives/icon-paths.ts'
import type { CodeCapability } from './code-capabilities.ts'
import type { Fields, LinkValue, PropsOf } from './fields.ts'
import type { BlockEnv } from './view.ts'

export { colourCss } from './colour.ts'
export { pictureUrl } from './picture-url.ts'
export { wordsFor } from './words.ts'
export type { Field, Fields, LinkValue, PictureValue, PropsOf } from './fields.ts'

/** Whatever can be kept under a key. */
export type Stored = string | number | boolean | null | readonly Stored[] | { readonly [name: string]: Stored }

/** All that a code block may ask for. Each needs its name among the block's `capabilities`, and is refused without it. */
export interface CodeHost {
  /** Says a short sentence at the edge of the screen, in answer to a tap. Needs `toast`. */
  toast(text: string): Promise<null>
  /** Goes where a link field leads, in answer to a tap. Needs `links`. */
  open(link: LinkValue): Promise<null>
  /** Offers to call this number, in answer to a tap. Needs `phone`. */
  call(phone: string): Promise<null>
  /** Shows the way to the shop, in answer to a tap. Needs `map`. */
  openMap(): Promise<null>
  /** Kept in this visitor's browser, under the block's own name. Needs `storage`. */
  readonly storage: {
    get(key: string): Promise<Stored>
    set(key: string, value: Stored): Promise<null>
  }
}

/** What a view is handed. */
export interface ViewProps<F extends Fields = Fields> {
  readonly props: PropsOf<F>
  readonly env: Pick<BlockEnv, 'mode' | 'language' | 'nowMs'>
  readonly host: CodeHost
}

export interface CodeBlock<F extends Fields> {
  /** What the block is called, in both languages. */
  readonly label: LocalText
  /** What it does, in one sentence. */
  readonly description?: LocalText
  readonly icon?: IconName
  /** What can be set in the inspector. Written out in place: they are read without running the block. */
  readonly fields: F
  /** What of the host it asks for. */
  readonly capabilities?: readonly CodeCapability[]
  /** Room that is kept free until it has drawn itself for the first time, 0 to 2000. */
  readonly heightPx?: number
  /** Draws the block. Runs apart from everything else: it reaches its fields, the primitives and the host. */
  readonly view: (given: ViewProps<F>) => ReactNode
}

/** Describes a block. A file exports exactly one: `export default defineBlock({ … })`. */
export declare function defineBlock<const F extends Fields>(block: CodeBlock<F>): CodeBlock<F>
