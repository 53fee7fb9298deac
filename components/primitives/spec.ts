/**
 * The primitives: all that a block's view may draw with. One table says what each is, what it takes and where it works;
 * property types (`props.ts`), the web implementation's checks, documentation and, later, the native templates are made
 * from it. Names, properties and events follow Taro's components; what is ours says so.
 *
 * Adding a primitive is one entry here and one component in `web/`.
 */

/** How a property's value is written: a word list is a choice of exactly those. */
type Kind = 'text' | 'number' | 'yes-no' | 'texts' | 'style' | 'icon' | readonly string[]
/** What an event carries in `detail`. */
type Detail = 'nothing' | 'value' | 'index' | 'switched' | 'scrolled'

export interface Primitive {
  /** Element of the native templates; `composed` is built from other primitives there. */
  readonly native: string
  /** What the web implementation draws it as. */
  readonly web: string
  /** `text`: only texts and `Text` inside. A name: only that primitive inside. */
  readonly children: 'any' | 'none' | 'text' | { readonly only: string }
  readonly props: { readonly [name: string]: Kind }
  /** Event name → native event and what it carries. */
  readonly events: { readonly [name: string]: { readonly native: string; readonly detail: Detail } }
  /** Properties and parts that one target cannot do, and why. Absent means it works on all. */
  readonly limits?: { readonly [prop: string]: { readonly only: 'web'; readonly why: string } }
}

const tap = { onClick: { native: 'tap', detail: 'nothing' } } as const
const noEvents = {} as const

export const primitives = {
  View: { native: 'view', web: 'div', children: 'any', props: {}, events: tap },
  /** With `ariaRole: 'heading'` the web draws a real heading of `ariaLevel`, so that readers and search engines see an outline. */
  Text: { native: 'text', web: 'span, h1–h6 for a heading', children: 'text', props: {}, events: tap },
  Image: {
    native: 'image',
    web: 'img',
    children: 'none',
    props: {
      src: 'text',
      mode: ['aspectFill', 'aspectFit', 'scaleToFill', 'widthFix'],
      lazyLoad: 'yes-no',
      /** What it shows, for those who do not see it; empty for decoration. Native: `aria-label`. */
      alt: 'text',
      widthPx: 'number',
      heightPx: 'number',
      srcSet: 'text',
      sizes: 'text',
    },
    events: tap,
    limits: {
      srcSet: { only: 'web', why: 'native images take one address; the exporter picks a size' },
      sizes: { only: 'web', why: 'belongs to srcSet' },
      widthPx: { only: 'web', why: 'keeps the place free while loading; native boxes are sized by style' },
      heightPx: { only: 'web', why: 'see widthPx' },
    },
  },
  Button: { native: 'button', web: 'button', children: 'any', props: { disabled: 'yes-no' }, events: tap },
  /** A link: with `url` it works on the web before, or without, any script. */
  Navigator: {
    native: 'navigator',
    web: 'a',
    children: 'any',
    props: { url: 'text' },
    events: tap,
    limits: { url: { only: 'web', why: 'native pages have paths, not addresses; there `onClick` decides' } },
  },
  Label: { native: 'label', web: 'label', children: 'any', props: { for: 'text' }, events: noEvents },
  Input: {
    native: 'input',
    web: 'input',
    children: 'none',
    props: {
      value: 'text',
      /** `number`: whole numbers; `digit`: with a decimal point. */
      type: ['text', 'number', 'digit', 'tel'],
      placeholder: 'text',
      maxlength: 'number',
      disabled: 'yes-no',
      focus: 'yes-no',
      confirmType: ['done', 'go', 'next', 'search', 'send'],
      autoFill: ['name', 'tel', 'street-address', 'off'],
    },
    events: {
      onInput: { native: 'input', detail: 'value' },
      onFocus: { native: 'focus', detail: 'nothing' },
      onBlur: { native: 'blur', detail: 'nothing' },
      onConfirm: { native: 'confirm', detail: 'value' },
    },
    limits: { autoFill: { only: 'web', why: 'native hosts offer name and phone by their own buttons' } },
  },
  Textarea: {
    native: 'textarea',
    web: 'textarea',
    children: 'none',
    props: {
      value: 'text',
      placeholder: 'text',
      maxlength: 'number',
      disabled: 'yes-no',
      focus: 'yes-no',
      rows: 'number',
    },
    events: {
      onInput: { native: 'input', detail: 'value' },
      onFocus: { native: 'focus', detail: 'nothing' },
      onBlur: { native: 'blur', detail: 'nothing' },
    },
    limits: { rows: { only: 'web', why: 'native text areas are sized by style' } },
  },
  Switch: {
    native: 'switch',
    web: 'input[role=switch]',
    children: 'none',
    props: { checked: 'yes-no', disabled: 'yes-no' },
    events: { onChange: { native: 'change', detail: 'switched' } },
  },
  /** Opens the system's own picker over its children. */
  Picker: {
    native: 'picker',
    web: 'select or input over its children',
    children: 'any',
    props: {
      mode: ['selector', 'date', 'time'],
      /** What a selector chooses from; `value` is then the index as text. */
      range: 'texts',
      value: 'text',
      start: 'text',
      end: 'text',
      disabled: 'yes-no',
    },
    events: { onChange: { native: 'change', detail: 'value' } },
  },
  ScrollView: {
    native: 'scroll-view',
    web: 'div',
    children: 'any',
    props: {
      scrollX: 'yes-no',
      scrollY: 'yes-no',
      /** Id of the child to bring into view. */
      scrollIntoView: 'text',
      scrollWithAnimation: 'yes-no',
    },
    events: {
      onScroll: { native: 'scroll', detail: 'scrolled' },
      onScrollToLower: { native: 'scrolltolower', detail: 'nothing' },
    },
  },
  Swiper: {
    native: 'swiper',
    web: 'div with scroll snap',
    children: { only: 'SwiperItem' },
    props: { current: 'number', autoplay: 'yes-no', interval: 'number', indicatorDots: 'yes-no' },
    events: { onChange: { native: 'change', detail: 'index' } },
  },
  SwiperItem: { native: 'swiper-item', web: 'div', children: 'any', props: {}, events: noEvents },
  /** Ours: a dialog that comes up from the bottom edge. The only thing that may cover a page. Absent while not open. */
  Sheet: {
    native: 'composed',
    web: 'dialog',
    children: 'any',
    props: {
      open: 'yes-no',
      /** Names the dialog; shown at its top unless `plain`. */
      title: 'text',
      plain: 'yes-no',
      closeLabel: 'text',
    },
    events: { onClose: { native: 'close', detail: 'nothing' } },
  },
  /** Ours: one of the icon set, in the colour and 1.25 × the size of the text around it, unless `size` says px. Decoration: hidden from readers. */
  Icon: { native: 'image', web: 'svg', children: 'none', props: { name: 'icon', size: 'number' }, events: noEvents },
} as const satisfies { readonly [name: string]: Primitive }

export type PrimitiveName = keyof typeof primitives
