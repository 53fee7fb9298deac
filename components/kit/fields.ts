/**
 * The typed fields a block is described by. One list drives default content, validation, the inspector's form, stories'
 * controls and the documentation; nothing here touches React or the DOM, so servers and workers load it too.
 */
import type { JsonValue } from '#model/json.ts'
import type { LocalText } from '#model/program-spec.ts'

interface FieldBase<Value extends JsonValue> {
  readonly label: LocalText
  readonly help?: LocalText
  readonly default: Value
  /** Inspector group; `content` when absent. */
  readonly group?: 'content' | 'layout' | 'style' | 'advanced'
  /** Shown only while another field of the same block has one of these values. */
  readonly when?: { readonly field: string; readonly is: readonly JsonValue[] }
}

/** One line. With `onCanvas` it is stored as shared text (merges by character) and can be typed on the canvas. */
export interface TextField extends FieldBase<string> {
  readonly kind: 'text'
  readonly maxLength: number
  readonly multiline?: boolean
  readonly onCanvas?: boolean
  readonly translatable?: boolean
}
export interface NumberField extends FieldBase<number> {
  readonly kind: 'number'
  readonly min: number
  readonly max: number
  readonly step?: number
  readonly unit?: 'px' | 'minutes' | 'seconds' | 'percent'
}
/** An amount of money in minor units of the shop's currency; null means not set. */
export interface MoneyField extends FieldBase<number | null> {
  readonly kind: 'money'
  readonly min: number
  readonly max: number
}
export interface SwitchField extends FieldBase<boolean> {
  readonly kind: 'switch'
}
export interface ChoiceField extends FieldBase<string> {
  readonly kind: 'choice'
  readonly options: readonly { readonly value: string; readonly label: LocalText; readonly icon?: string }[]
}
/** `#rrggbb`, or a theme token `theme:accent | theme:ground | theme:ink | theme:muted | theme:card`, or empty for none. */
export interface ColourField extends FieldBase<string> {
  readonly kind: 'colour'
}
/** A picture of the workspace's library, or null. Stored as {@link PictureValue}. */
export interface PictureField extends FieldBase<null> {
  readonly kind: 'picture'
  /** width / height the block shows it at. */
  readonly ratio?: number
}
export interface IconField extends FieldBase<string> {
  readonly kind: 'icon'
}
export interface LinkField extends FieldBase<null> {
  readonly kind: 'link'
}
/** Refers to a row of the shop's database by id; empty means all, or the first. */
export interface ReferenceField extends FieldBase<string> {
  readonly kind: 'reference'
  readonly to: 'service' | 'category'
}
export interface ListField extends FieldBase<readonly JsonValue[]> {
  readonly kind: 'list'
  readonly itemLabel: LocalText
  readonly maxItems: number
  readonly item: { readonly [name: string]: Field }
}
export type Field =
  | TextField
  | NumberField
  | MoneyField
  | SwitchField
  | ChoiceField
  | ColourField
  | PictureField
  | IconField
  | LinkField
  | ReferenceField
  | ListField

export type Fields = { readonly [name: string]: Field }

export interface PictureValue {
  /** Path on the serving origin; `?w=` picks a size. */
  readonly url: string
  readonly widthPx: number
  readonly heightPx: number
  readonly alt: string
}

export type LinkValue =
  | { readonly kind: 'page'; readonly pageId: string }
  | { readonly kind: 'phone'; readonly number: string }
  | { readonly kind: 'web'; readonly url: string }
  | { readonly kind: 'map' }

/** The property value that a field's data has once validated, e.g. `PictureValue | null` for a picture. */
export type FieldValue<F extends Field> = F extends PictureField
  ? PictureValue | null
  : F extends LinkField
    ? LinkValue | null
    : F extends ListField
      ? readonly PropsOf<F['item']>[]
      : F extends ChoiceField
        ? F['options'][number]['value']
        : F extends MoneyField
          ? number | null
          : F['default'] extends number
            ? number
            : F['default'] extends boolean
              ? boolean
              : string

export type PropsOf<F extends Fields> = { readonly [Name in keyof F]: FieldValue<F[Name]> }
