/** What `npm run new:block` writes. */

/** @returns {string | undefined} why a block cannot be called this */
export function nameProblem(type) {
  if (type === '') return 'A block needs a name.'
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(type)) return `“${type}” is not kebab-case, such as opening-party.`
  if (['kit', 'primitives', 'checks', 'testing', 'situations', 'pictures'].includes(type))
    return `“${type}” is a folder of what all blocks share.`
  return undefined
}

/** `opening-party` → every form in which its files name it. */
export function namesOf(type) {
  const words = type.split('-')
  const pascal = words.map(capital).join('')
  return {
    type,
    pascal,
    camel: pascal[0].toLowerCase() + pascal.slice(1),
    title: capital(words.join(' ')),
    group: 'Tell',
  }
}

function capital(word) {
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}

/** The list of all definitions, or of all views, with this block in it. */
export function listedIn(list, text, { type, pascal, camel }) {
  const isViews = list === 'views.ts'
  const name = isViews ? `${pascal}View` : camel
  const file = isViews ? 'view.tsx' : 'definition.ts'
  const line = `import { ${name} } from './${type}/${file}'\n`
  // Among the imports of blocks, which stand in the order of their folders.
  const imports = [...text.matchAll(/^import .* from '\.\/([a-z0-9-]+)\/(?:definition\.ts|view\.tsx)'\n/gm)]
  const next = imports.find(([, folder]) => folder > type)
  const at = next ? next.index : imports.at(-1).index + imports.at(-1)[0].length
  const withImport = text.slice(0, at) + line + text.slice(at)
  if (!isViews)
    return withImport.replace(/(const all: readonly BlockDefinition\[\] = \[\n(?: {2}.*\n)*?)\]/, `$1  ${camel},\n]`)
  const key = type.includes('-') ? `'${type}'` : type
  return withImport.replace(/(const views = \{\n(?: {2}.*\n)*?)\} satisfies/, `$1  ${key}: ${name},\n} satisfies`)
}

/** @returns {{ [file: string]: string }} */
export function blockFiles({ type, pascal, camel, title, group }) {
  return {
    'definition.ts': `import { defineBlock } from '../kit/define-block.ts'

/** TODO: what it is for, in one sentence. */
export const ${camel} = defineBlock({
  type: '${type}',
  label: { en: '${title}', 'zh-CN': '${title}' },
  description: { en: 'What it does for the shop, in a few words', 'zh-CN': '用几个字说明它的用途' },
  group: '${group.toLowerCase()}',
  icon: 'star',
  version: 1,
  fields: {
    text: {
      kind: 'text',
      label: { en: 'Text', 'zh-CN': '文字' },
      default: '',
      maxLength: 60,
      onCanvas: true,
      translatable: true,
    },
    look: {
      kind: 'choice',
      label: { en: 'Look', 'zh-CN': '样式' },
      default: 'card',
      group: 'style',
      options: [
        { value: 'card', label: { en: 'Card', 'zh-CN': '卡片' } },
        { value: 'plain', label: { en: 'Plain', 'zh-CN': '简洁' } },
      ],
    },
  },
  starter: { text: { $text: { en: 'Something worth knowing', 'zh-CN': '值得一说的事' } } },
  slots: {},
  shopData: [],
  visitorData: [],
  interactive: false,
  upgrades: {},
})
`,
    'words.ts': `import type { Words } from '../kit/words.ts'

interface ${pascal}Words {
  readonly hint: string
}

/** The block's own words; what a shop writes itself is in its fields. */
export const ${camel}Words: Words<${pascal}Words> = {
  en: { hint: 'Write a text' },
  'zh-CN': { hint: '输入文字' },
}
`,
    'view.tsx': `import { View } from '#components/primitives/index.ts'
import type { ViewPropsOf } from '../kit/define-block.ts'
import { EditableText } from '../kit/editable-text.tsx'
import { wordsFor } from '../kit/words.ts'
import type { ${camel} } from './definition.ts'
import './${type}.css'
import { ${camel}Words } from './words.ts'

export function ${pascal}View({ props, env }: ViewPropsOf<typeof ${camel}>) {
  const { text, look } = props
  const words = wordsFor(env.language, ${camel}Words)
  if (!text && env.mode !== 'canvas') return null
  return (
    <View className={\`b-${type} b-${type}--\${look}\`}>
      <EditableText prop="text" value={text} env={env} hint={words.hint} className="b-${type}__text" headingLevel={3} />
    </View>
  )
}
`,
    [`${type}.css`]: `.b-${type} {
  margin: 8px var(--sw-inset, 16px);
  color: var(--sw-ink);
}
.b-${type}--card {
  padding: 14px var(--sw-card-inset, 16px);
  border-radius: var(--sw-radius);
  background: var(--sw-card);
}
.b-${type}__text {
  display: block;
  font-size: var(--sw-text-m);
  font-weight: 600;
  line-height: 1.5;
}
`,
    'states.ts': `import { type BlockStates, text } from '../kit/stories/block-state.ts'

/** The first one is the block at its best. \`fresh\`, \`empty\` and \`longest\` come from the definition. */
export const states = {
  default: { props: { text: text('Open until midnight this week', '本周营业至午夜') } },
  plain: { props: { text: text('Cash is welcome too', '也可使用现金'), look: 'plain' } },
} satisfies BlockStates
`,
    'view.stories.tsx': `import { blockStories } from '../kit/stories/stories.tsx'
import { ${camel} } from './definition.ts'
import { states } from './states.ts'

const { meta, story } = blockStories(${camel}, states)

export default { ...meta, title: '${group}/${title}' }

export const Default = story('default')
export const Plain = story('plain')
export const Fresh = story('fresh')
export const Empty = story('empty')
export const Longest = story('longest')
`,
    'view.test.tsx': `import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { StateView } from '../kit/stories/state-view.tsx'
import { states } from './states.ts'

const draw = (state: keyof typeof states, language: 'en' | 'zh-CN' = 'en') =>
  renderToString(<StateView type="${type}" state={states[state]} language={language} />)

test('shows what the shop wrote, in the visitor’s language', () => {
  expect(draw('default')).toContain('Open until midnight this week')
  expect(draw('default', 'zh-CN')).toContain('本周营业至午夜')
})
`,
  }
}
