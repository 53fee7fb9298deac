/**
 * What is wrong with a block's folder, a sentence each that says what to do. `npm run check` asks it of every block; what
 * only drawing can tell is in `blocks.test.tsx`.
 */
import type { Capability } from '#model/capabilities.ts'
import type { JsonObject } from '#model/json.ts'
import type { PageId } from '#model/ids.ts'
import type { LocalText } from '#model/program-spec.ts'
import { resolveSpecValue } from '#model/spec-value.ts'
import { capabilitiesOf, capabilityOf } from '../kit/capabilities.ts'
import { isCanvasText } from '../kit/canvas-text.ts'
import type { BlockDefinition } from '../kit/define-block.ts'
import { definitionFaults } from '../kit/definition-faults.ts'
import type { Fields } from '../kit/fields.ts'
import { parseProps } from '../kit/parse-props.ts'
import { isTranslatable } from '../kit/translatable.ts'
import type { BlockStates } from '../kit/stories/block-state.ts'
import { allStates } from '../kit/stories/derived-states.ts'

export interface BlockFolder {
  /** The folder's name. */
  readonly type: string
  readonly definition: BlockDefinition
  readonly states: BlockStates
  /** Texts of the folder's files by name. */
  readonly files: { readonly [name: string]: string }
  readonly isListed: { readonly definition: boolean; readonly view: boolean }
}

/** Empty for a block that is as every block has to be. */
export function blockFaults(block: BlockFolder): readonly string[] {
  const { type, definition } = block
  return [
    ...(definition.type === type ? [] : [`its folder is called "${type}", its type is "${definition.type}"`]),
    ...(block.isListed.definition ? [] : ['is missing in components/definitions.ts']),
    ...(block.isListed.view ? [] : ['is missing in components/views.ts']),
    ...definitionFaults(definition),
    ...wordFaults(definition),
    ...translationFaults(definition.fields),
    ...starterFaults(definition),
    ...storyFaults(block),
    ...styleFaults(block),
    ...importFaults(block),
    ...capabilityFaults(block),
  ].map((fault) => `Block "${type}": ${fault}`)
}

const languages = ['en', 'zh-CN'] as const

function wordFaults({ label, description, fields, slots }: BlockDefinition): readonly string[] {
  const slotLabels = Object.entries(slots).map(([name, slot]): [string, LocalText] => [`slot "${name}"`, slot.label])
  const all: readonly [string, LocalText][] = [
    ['its label', label],
    ['its description', description],
    ...fieldLabels(fields, ''),
    ...slotLabels,
  ]
  return all.flatMap(([what, words]) =>
    languages.filter((language) => !words[language]?.trim()).map((language) => `${what} has no words in ${language}`),
  )
}

function fieldLabels(fields: Fields, path: string): readonly [string, LocalText][] {
  return Object.entries(fields).flatMap(([name, field]): readonly [string, LocalText][] => {
    const at = `field "${path}${name}"`
    return [
      [at, field.label],
      ...(field.help ? [[`the help of ${at}`, field.help] as [string, LocalText]] : []),
      ...(field.kind === 'choice'
        ? field.options.map(({ value, label }): [string, LocalText] => [`option "${value}" of ${at}`, label])
        : []),
      ...(field.kind === 'list' ? fieldLabels(field.item, `${path}${name}.`) : []),
    ]
  })
}

/** Whatever is typed on the canvas is read by visitors. */
function translationFaults(fields: Fields): readonly string[] {
  return Object.entries(fields)
    .filter(([, field]) => isCanvasText(field) && !isTranslatable(field))
    .map(([name]) => `field "${name}" is typed on the canvas, but not translatable`)
}

function starterFaults({ fields, starter = {} }: BlockDefinition): readonly string[] {
  return languages.flatMap((language) => {
    const props = resolveSpecValue(starter, { language, pageIdOf: () => 'page' as PageId }) as JsonObject
    return parseProps(fields, props).problems.map(({ message }) => `what it starts with does not fit: ${message}`)
  })
}

function storyFaults({ definition, states, files }: BlockFolder): readonly string[] {
  if (Object.keys(states).length === 0)
    return ['has no state: name at least one in states.ts, the block at its best first']
  const stories = files['view.stories.tsx'] ?? ''
  const shown = [...stories.matchAll(/\bstory\('(\w+)'/g)].map((match) => match[1] ?? '')
  const wanted = Object.keys(allStates(definition, states))
  const missing = wanted.filter((name) => !shown.includes(name))
  return [
    ...missing.map(
      (name) =>
        `its state "${name}" has no story: add "export const ${name.slice(0, 1).toUpperCase()}${name.slice(1)} = story('${name}')" to view.stories.tsx`,
    ),
    ...shown
      .filter((name) => !wanted.includes(name))
      .map((name) => `its story shows "${name}", which is no state of it`),
    ...shown.filter((name, at) => shown.indexOf(name) !== at).map((name) => `its state "${name}" has two stories`),
  ]
}

function styleFaults({ type, files }: BlockFolder): readonly string[] {
  const own = `${type}.css`
  if (files[own] === undefined) return [`has no ${own}`]
  const css = files[own].replaceAll(/\/\*[\s\S]*?\*\//g, '')
  const selectors = [...css.matchAll(/(?:^|[{};])\s*([^@{};]+)\{/g)]
    .flatMap((match) => (match[1] ?? '').split(','))
    .map((selector) => selector.trim())
    .filter((selector) => selector !== '' && !/^(from|to|\d+%)$/.test(selector))
  return selectors.flatMap((selector) => [
    ...(new RegExp(`^\\.b-${type}(__|--|\\b)`).test(selector)
      ? []
      : [`${own} styles "${selector}", which is not its own`]),
    ...(/:has|:is|\*$|(^|[\s>+~])[a-z]/.test(selector)
      ? [`${own} selects by "${selector}": no tags and nothing that native style sheets lack`]
      : []),
  ])
}

const importLine = /^(?:import|export) (?:(?:type )?(?:\w+|\{[^}]*\}|\* as \w+)(?:, \{[^}]*\})? from )?'([^']+)'/gm
const allowedImport =
  /^(react|#model\/.*|#components\/primitives\/index\.ts|\.\.\/(?:kit\/(?!stories\/)|ordering\/).*|\.\/.*)$/

/** What ships: neither tests nor stories, nor what only those use. */
function sourcesOf({ files }: BlockFolder): readonly [string, string][] {
  return Object.entries(files).filter(
    ([name]) => /^(?!.*\.(test|stories)\.).*\.tsx?$/.test(name) && !/^(states|situations)\.ts$|^sample-/.test(name),
  )
}

function importFaults(block: BlockFolder): readonly string[] {
  return sourcesOf(block).flatMap(([name, text]) =>
    [...text.matchAll(importLine)]
      .map((match) => match[1] ?? '')
      .filter((from) => !allowedImport.test(from))
      .map(
        (from) =>
          `${name} imports "${from}": a block draws with the primitives, the kit, the parts for ordering and the model alone`,
      ),
  )
}

/** Shared parts that use the host in a block's name. */
const sharedUses: readonly (readonly [RegExp, Capability])[] = [
  ...(['shop.order', 'shop.pay', 'shop.customer', 'storage'] as const).map((needed): readonly [RegExp, Capability] => [
    /ordering\/use-ordering\.tsx/,
    needed,
  ]),
  [/kit\/sign-in\.tsx/, 'shop.customer'],
  [/kit\/(use-login-return\.ts|contact-fields\.tsx)/, 'storage'],
]

function capabilityFaults(block: BlockFolder): readonly string[] {
  const named = capabilitiesOf(block.definition)
  const uses = new Map<Capability, string>()
  for (const [name, text] of sourcesOf(block)) {
    for (const [, shop, member = ''] of text.matchAll(/\bhost\.(shop\.)?(\w+)/g)) {
      const needed = capabilityOf(shop ? 'shop' : 'host', member)
      if (needed && !uses.has(needed)) uses.set(needed, `${name} uses host.${shop ?? ''}${member}`)
    }
    for (const [pattern, needed] of sharedUses)
      if (pattern.test(text) && !uses.has(needed)) uses.set(needed, `${name} uses ${pattern.exec(text)?.[0] ?? ''}`)
  }
  return [...uses]
    .filter(([needed]) => !named.includes(needed))
    .map(([needed, how]) => `${how}, which needs "${needed}": name it in needs of definition.ts`)
}
