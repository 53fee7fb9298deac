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
  /** What it is for and what is ours about it, where its name does not say all. */
  readonly about?: string
  /** Element of the native templates; `composed` is built from other primitives there. */
  readonly native: string
  /** What the web implementation draws it as. */
  readonly web: string
  /** `text`: only texts and `Text` inside. A name: only that primitive inside. */
  readonly children: 'any' | 'none' | 'text' | { readonly only: string }
  readonly props: { readonly [name: string]: Kind }
  /** Event name → native event and what it carries. */
  readonly events: { readonly [name: string]: { readonly native: string; readonly detail: Detail } }
  /** Of properties, what their name does not say. */
  readonly notes?: { readonly [prop: string]: string }
  /** Properties and events that one target cannot do, and why; `all` is the whole primitive. Absent means it works on all. */
  readonly limits?: Limits
}

export type Limits = { readonly [prop: string]: { readonly only: 'web'; readonly why: string } }

const tap = { onClick: { native: 'tap', detail: 'nothing' } } as const
const noEvents = {} as const

export const primitives = {
  View: {
    native: 'view',
    web: 'div',
    children: 'any',
    props: { wakesAlone: 'yes-no' },
    events: tap,
    notes: {
      wakesAlone:
        'What stands inside when a page wakes is taken over when it is first touched or drawn anew. Not for parts that act by themselves.',
    },
    limits: { wakesAlone: { only: 'web', why: 'native pages are not drawn before their script runs' } },
  },
  Text: {
    about:
      'With ariaRole "heading" the web draws a real heading of ariaLevel, so that readers and search engines see an outline.',
    native: 'text',
    web: 'span, h1–h6 for a heading',
    children: 'text',
    props: {},
    events: tap,
  },
  Image: {
    native: 'image',
    web: 'img',
    children: 'none',
    props: {
      src: 'text',
      mode: ['aspectFill', 'aspectFit', 'scaleToFill', 'widthFix'],
      lazyLoad: 'yes-no',
      alt: 'text',
      widthPx: 'number',
      heightPx: 'number',
      srcSet: 'text',
      sizes: 'text',
    },
    events: tap,
    notes: { alt: 'Ours: what it shows, for those who do not see it; empty for decoration. Native: aria-label.' },
    limits: {
      srcSet: { only: 'web', why: 'native images take one address; the exporter picks a size' },
      sizes: { only: 'web', why: 'belongs to srcSet' },
      widthPx: { only: 'web', why: 'keeps the place free while loading; native boxes are sized by style' },
      heightPx: { only: 'web', why: 'see widthPx' },
    },
  },
  /** With the system's own controls. Fetches nothing before somebody presses play. */
  Video: {
    native: 'video',
    web: 'video',
    children: 'none',
    props: { src: 'text', poster: 'text', loop: 'yes-no', objectFit: ['contain', 'cover', 'fill'] },
    events: noEvents,
  },
  Button: { native: 'button', web: 'button', children: 'any', props: { disabled: 'yes-no' }, events: tap },
  Navigator: {
    about: 'A link: with url it works on the web before, or without, any script.',
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
    notes: { type: 'number: whole numbers; digit: with a decimal point.' },
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
  Picker: {
    about: 'Opens the system’s own picker over its children.',
    native: 'picker',
    web: 'select or input over its children',
    children: 'any',
    props: {
      mode: ['selector', 'date', 'time'],
      range: 'texts',
      value: 'text',
      start: 'text',
      end: 'text',
      disabled: 'yes-no',
    },
    events: { onChange: { native: 'change', detail: 'value' } },
    notes: { range: 'What a selector chooses from; value is then the index as text.' },
  },
  ScrollView: {
    native: 'scroll-view',
    web: 'div',
    children: 'any',
    props: {
      scrollX: 'yes-no',
      scrollY: 'yes-no',
      scrollIntoView: 'text',
      scrollWithAnimation: 'yes-no',
    },
    events: {
      onScroll: { native: 'scroll', detail: 'scrolled' },
      onScrollToLower: { native: 'scrolltolower', detail: 'nothing' },
    },
    notes: { scrollIntoView: 'Id of the child to bring into view.' },
  },
  Swiper: {
    native: 'swiper',
    web: 'div with scroll snap',
    children: { only: 'SwiperItem' },
    props: { current: 'number', autoplay: 'yes-no', interval: 'number', indicatorDots: 'yes-no' },
    events: { onChange: { native: 'change', detail: 'index' } },
  },
  SwiperItem: { native: 'swiper-item', web: 'div', children: 'any', props: {}, events: noEvents },
  Sheet: {
    about:
      'Ours: a dialog, mostly one that comes up from the bottom edge. The only thing that may cover a page. Absent while not open.',
    native: 'composed',
    web: 'dialog',
    children: 'any',
    props: {
      open: 'yes-no',
      title: 'text',
      plain: 'yes-no',
      place: ['bottom', 'middle', 'full'],
      closeLabel: 'text',
    },
    events: { onClose: { native: 'close', detail: 'nothing' } },
    notes: {
      title: 'Names the dialog; shown at its top unless plain.',
      place: 'Where it stands: at the bottom edge unless said otherwise. full: all of the screen, dark, for pictures.',
    },
  },
  Disclosure: {
    about: 'Ours: a head that shows and hides what stands behind it, also before, or without, any script.',
    native: 'composed',
    web: 'details',
    children: 'any',
    props: {
      open: 'yes-no',
      name: 'text',
    },
    events: noEvents,
    notes: {
      open: 'How it begins; whoever reads it changes it.',
      name: 'Of several with one name at most one is open.',
    },
  },
  DisclosureHead: {
    about: 'First in a Disclosure: what is pressed.',
    native: 'composed',
    web: 'summary',
    children: 'any',
    props: {},
    events: noEvents,
  },
  Tabs: {
    about:
      'Ours: boxes that take turns, chosen by the heads above them; also before, or without, any script. Heads stand in a box that comes before the panels. Readers hear a choice of one among several.',
    native: 'composed',
    web: 'div with a radio button for each tab',
    children: 'any',
    props: { count: 'number', current: 'number' },
    events: noEvents,
    notes: { count: 'How many, up to 6.', current: 'The one that is shown at first.' },
  },
  TabHead: {
    about: 'index counts from 0 and says which panel it shows.',
    native: 'composed',
    web: 'label',
    children: 'any',
    props: { index: 'number', disabled: 'yes-no' },
    events: noEvents,
    notes: { disabled: 'It shows which one is chosen and chooses none.' },
  },
  TabPanel: {
    about: 'The part of Tabs that its head shows.',
    native: 'composed',
    web: 'div',
    children: 'any',
    props: { index: 'number' },
    events: noEvents,
  },
  Icon: {
    about:
      'Ours: one of the icon set, in the colour and 1.25 × the size of the text around it, unless size says px. Decoration: hidden from readers.',
    native: 'image',
    web: 'svg',
    children: 'none',
    props: { name: 'icon', size: 'number' },
    events: noEvents,
  },
} as const satisfies { readonly [name: string]: Primitive }

export type PrimitiveName = keyof typeof primitives

/** What all primitives take besides their own properties, where a target cannot do it. */
export const commonLimits: Limits = {
  'ariaLive, ariaAtomic, ariaBusy': {
    only: 'web',
    why: 'native readers announce no changes by themselves; there a toast says what has happened',
  },
  'ariaLevel, ariaCurrent, ariaRoledescription': {
    only: 'web',
    why: 'native readers know role, label, hidden, checked, selected, expanded and disabled only',
  },
  'ariaControls, ariaHaspopup, ariaLabelledby, ariaDescribedby': {
    only: 'web',
    why: 'native labels do not refer to other elements; the exporter writes the text itself where it is known',
  },
}

/** Functions that stand beside the primitives, and what they are on a native target. */
export const tools: { readonly [name: string]: { readonly native: string; readonly about: string } } = {
  afterFrame: { native: 'nextTick', about: 'Does something once what has been drawn so far is shown.' },
  useScrollSpy: { native: 'createIntersectionObserver', about: 'Which of several things on the page is being read.' },
  scrollToId: { native: 'pageScrollTo', about: 'Brings something to the top, smoothly unless less motion is wanted.' },
}
