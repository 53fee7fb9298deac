import type { Args, ArgTypes, StoryObj } from '@storybook/react-vite'
import { action } from 'storybook/actions'
import type { JsonObject } from '#model/json.ts'
import { iconPaths } from '../../primitives/icon-paths.ts'
import type { BlockDefinition } from '../define-block.ts'
import type { Field } from '../fields.ts'
import type { BlockState, BlockStates, Language } from './block-state.ts'
import { allStates, type DerivedState } from './derived-states.ts'
import { StateView } from './state-view.tsx'

/**
 * Stories of a block: `export default` the meta with a title, then one `export const … = story('<state>')` per state.
 * Controls come from the block's fields; language, scheme, theme and mode from the toolbar.
 */
export function blockStories<States extends BlockStates>(definition: BlockDefinition, own: States) {
  const states = allStates(definition, own)
  const render = (name: string) =>
    function render(args: JsonObject, context: { globals: { [name: string]: unknown } }) {
      const { language, mode, network } = context.globals
      const changed = Object.fromEntries(Object.entries(args).filter(([, value]) => value !== undefined))
      return (
        <StateView
          type={definition.type}
          state={states[name] ?? {}}
          language={language as Language}
          mode={mode === 'canvas' ? 'canvas' : 'live'}
          change={changed}
          delayMs={network === 'slow' ? slowMs : 0}
          watch={(name, argument) => action(name)(argument)}
        />
      )
    }
  const argTypes: ArgTypes = Object.fromEntries(
    Object.entries(definition.fields).map(([name, field]) => [name, argType(field)]),
  )
  return {
    // The documentation page is made from the definition itself.
    meta: { argTypes, parameters: { definition } },
    /** @param play - what is done to it once it is drawn */
    story: (name: (keyof States & string) | DerivedState, play?: StoryObj['play']) => ({
      render: render(name),
      args: sameInAllLanguages(definition, states[name] ?? {}),
      play,
    }),
  }
}

/** A phone at the edge of a network. */
const slowMs = 2500

/** Values that controls begin with. Texts stay unset, so that they follow the toolbar's language until someone types. */
function sameInAllLanguages(definition: BlockDefinition, state: BlockState): Args {
  const plain = Object.entries(definition.fields).filter(([, field]) => plainKinds.has(field.kind))
  return Object.fromEntries(plain.map(([name, field]) => [name, state.props?.[name] ?? field.default]))
}

const plainKinds = new Set<Field['kind']>(['choice', 'colour', 'icon', 'money', 'number', 'reference', 'switch'])

function argType(field: Field): ArgTypes[string] {
  const table = {
    category: field.group ?? 'content',
    type: { summary: field.kind },
    defaultValue: { summary: JSON.stringify(field.default) },
  }
  const about = { name: field.label.en, description: field.help?.en, table }
  switch (field.kind) {
    case 'text':
    case 'spacing':
    case 'reference':
      return { ...about, control: 'text' }
    case 'date-time':
      return { ...about, control: 'date' }
    case 'number':
    case 'money':
      return { ...about, control: { type: 'number', min: field.min, max: field.max } }
    case 'switch':
      return { ...about, control: 'boolean' }
    case 'colour':
      return { ...about, control: 'color' }
    case 'icon':
      return { ...about, control: 'select', options: Object.keys(iconPaths) }
    case 'choice': {
      const labels = Object.fromEntries(field.options.map((option) => [option.value, option.label.en]))
      return { ...about, control: { type: 'select', labels }, options: field.options.map((option) => option.value) }
    }
    default:
      return { ...about, control: 'object' }
  }
}
