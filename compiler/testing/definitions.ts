/** Small blocks for tests: real ones change for reasons of their own. */
import { defineBlock } from '#components/kit/define-block.ts'
import type { Definitions } from '../compile-node.ts'

const label = (text: string) => ({ en: text, 'zh-CN': text })

const common = {
  label: label('Block'),
  description: label(''),
  group: 'tell',
  icon: 'info',
  slots: {},
  shopData: [],
  visitorData: [],
  interactive: false,
} as const

const box = defineBlock({
  ...common,
  type: 'box',
  version: 1,
  group: 'arrange',
  fields: {
    text: { kind: 'text', label: label('Text'), default: '', maxLength: 40, onCanvas: true },
    n: { kind: 'number', label: label('N'), default: 7, min: 0, max: 50 },
  },
  slots: { main: { label: label('Inside'), axis: 'vertical' } },
  upgrades: {},
})

/** At version 3: version 1 had its sizes in words, version 2 its title under another name. */
const aged = defineBlock({
  ...common,
  type: 'aged',
  version: 3,
  fields: {
    title: { kind: 'text', label: label('Title'), default: 'Untitled', maxLength: 20 },
    sizePx: { kind: 'number', label: label('Size'), default: 16, min: 8, max: 64 },
  },
  upgrades: {
    2: ({ size, ...rest }) => {
      if (size === 'broken') throw new Error('no such size')
      return { ...rest, sizePx: size === 'large' ? 32 : 16 }
    },
    3: ({ heading, ...rest }) => ({ ...rest, title: heading ?? '' }),
  },
})

/** What a page says: paragraphs with marks, a colour of the theme and a link. */
const note = defineBlock({
  ...common,
  type: 'note',
  version: 1,
  fields: {
    body: { kind: 'rich-text', label: label('Body'), default: '', maxLength: 80 },
    colour: { kind: 'colour', label: label('Colour'), default: '' },
    link: { kind: 'link', label: label('Link'), default: null },
  },
  upgrades: {},
})

export const testDefinitions: Definitions = { box, aged, note }
