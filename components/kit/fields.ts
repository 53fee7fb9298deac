/**
 * The typed fields a block is described by. One list drives default content, validation, the inspector's form, stories'
 * controls and the documentation; nothing here touches React or the DOM, so servers and workers load it too.
 */
import type { JsonValue } from '#model/json.ts'
import type { LocalText } from '#model/program-spec.ts'
import type { RichText } from '#model/rich-text.ts'

interface FieldBase<Value extends JsonValue> {
  readonly label: LocalText
  readonly help?: LocalText
  readonly default: Value
  /** Inspector group; `content` when absent. */
  readonly group?: 'content' | 'layout' | 'style' | 'advanced'
  /**
   * Shown only while another field has one of these values; of several conditions all must hold. Within a list it names
   * a field of the same item. What was set stays set while it is not shown.
   */
  readonly when?: FieldCondition | readonly FieldCondition[]
}

export interface FieldCondition {
  readonly field: string
  readonly is: readonly JsonValue[]
}

/** One line, stored as shared text (merges by character). With `onCanvas` it can be typed on the canvas. */
export interface TextField extends FieldBase<string> {
  readonly kind: 'text'
  readonly maxLength: number
  readonly multiline?: boolean
  readonly onCanvas?: boolean
  readonly translatable?: boolean
}
/** Paragraphs and lists with marks, typed on the canvas. Always stored as shared text; a plain string is one without marks. */
export interface RichTextField extends FieldBase<string> {
  readonly kind: 'rich-text'
  /** Of all characters, line breaks included. */
  readonly maxLength: number
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
  /** Without it the block, or the item of its list, does nothing when it is pressed. */
  readonly isNeeded?: true
}
/**
 * A moment: milliseconds since 1970 UTC, the same for every visitor wherever they are; null while nobody has picked one.
 * Picked and shown in the shop's time zone.
 */
export interface DateTimeField extends FieldBase<number | null> {
  readonly kind: 'date-time'
}
/**
 * Room around a block in steps of the theme: one letter for each of top, right, bottom, left, as `spacing.ts` reads it,
 * or empty where all sides are as the block has them.
 */
export interface SpacingField extends FieldBase<string> {
  readonly kind: 'spacing'
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
  /** Text is drawn in it, on what the block stands on: it must be legible there. */
  readonly isInk?: true
}
/** A picture of the workspace's library, or null. Stored as {@link PictureValue}. */
export interface PictureField extends FieldBase<null> {
  readonly kind: 'picture'
  /** width / height the block shows it at. */
  readonly ratio?: number
  /** Name of the block's choice field that decides it instead, by values such as `4:3`; others mean as the picture is. */
  readonly ratioFrom?: string
}
export interface IconField extends FieldBase<string> {
  readonly kind: 'icon'
}
export interface LinkField extends FieldBase<null> {
  readonly kind: 'link'
  /** Without it the block, or the item of its list, does nothing when it is pressed. */
  readonly isNeeded?: true
}
/** Refers to a row of the shop's database by id; empty means all, or the first. */
export interface ReferenceField extends FieldBase<string> {
  readonly kind: 'reference'
  readonly to: 'service' | 'category' | 'dish' | 'coupon'
}
export interface ListField extends FieldBase<readonly JsonValue[]> {
  readonly kind: 'list'
  readonly itemLabel: LocalText
  readonly maxItems: number
  /**
   * Name of the block's picture field on which the items lie, each by its fields `left`, `top`, `width` and `height` in
   * percent of the whole picture: the inspector lets them be drawn there by hand.
   */
  readonly areasOn?: string
  readonly item: { readonly [name: string]: Field }
}
export type Field =
  | TextField
  | RichTextField
  | NumberField
  | MoneyField
  | DateTimeField
  | SpacingField
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
  /** Absent: the middle, as large as fits. */
  readonly crop?: PictureCrop
  /** Shows nothing that needs saying: an empty `alt` was meant, not forgotten. */
  readonly decorative?: true
}

/**
 * Which part of a picture is shown, for boxes of any proportions: (x, y), in fractions of the picture, is the point that
 * stays in sight, and `zoom` (1 to 3) how much larger the picture is than it needs to be to fill the box.
 */
export interface PictureCrop {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

export type LinkValue =
  | { readonly kind: 'page'; readonly pageId: string }
  | { readonly kind: 'phone'; readonly number: string }
  /** A text message. */
  | { readonly kind: 'sms'; readonly number: string }
  | { readonly kind: 'mail'; readonly address: string }
  | { readonly kind: 'web'; readonly url: string }
  | { readonly kind: 'map' }
  /** The page with the menu, opened at this dish. */
  | { readonly kind: 'dish'; readonly dishId: string }
  /** The page with the booking, with this service chosen. */
  | { readonly kind: 'service'; readonly serviceId: string }
  /** The page with the coupon wall, opened at this coupon. */
  | { readonly kind: 'coupon'; readonly couponId: string }

/** The property value that a field's data has once validated, e.g. `PictureValue | null` for a picture. */
export type FieldValue<F extends Field> = F extends PictureField
  ? PictureValue | null
  : F extends RichTextField
    ? string | RichText
    : F extends LinkField
      ? LinkValue | null
      : F extends ListField
        ? readonly PropsOf<F['item']>[]
        : F extends ChoiceField
          ? F['options'][number]['value']
          : F extends MoneyField | DateTimeField
            ? number | null
            : F['default'] extends number
              ? number
              : F['default'] extends boolean
                ? boolean
                : string

export type PropsOf<F extends Fields> = { readonly [Name in keyof F]: FieldValue<F[Name]> }
