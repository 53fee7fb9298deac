import path from 'node:path'
import type { Plugin, Rolldown } from 'vite'
import { iconPaths, isIconName } from '#components/primitives/icon-paths.ts'

const offering = path.resolve(import.meta.dirname, '..', '..', 'components', 'primitives', 'web', 'icons.ts')

/**
 * Sends each icon along with the modules of visitors' code that name it, instead of the whole set with every page. A module
 * names it where it is used, in a property `name` or `icon`, chosen between several or not.
 */
export function iconsWithViews(environments: (name: string) => boolean): Plugin {
  return {
    name: 'shopwright:icons-with-views',
    applyToEnvironment: ({ name }) => environments(name),
    // After types are gone.
    enforce: 'post',
    transform: {
      filter: { id: /[\\/](components|runtime)[\\/].*\.tsx$/ },
      handler(code) {
        const named = [...iconsNamedIn(this.parse(code))].filter(isIconName)
        if (named.length === 0) return null
        const icons = Object.fromEntries(named.map((name) => [name, iconPaths[name]]))
        const offer = `import { offerIcons as offerNamed } from ${JSON.stringify(offering)}\n`
        return { code: `${offer}${code}\nofferNamed(${JSON.stringify(icons)})`, map: null }
      },
    },
  }
}

function iconsNamedIn(program: ReturnType<Rolldown.PluginContext['parse']>): ReadonlySet<string> {
  const texts = new Set<string>()
  const visit = (node: unknown, isName: boolean) => {
    if (typeof node !== 'object' || node === null) return
    const { type, key, value } = node as { type?: string; key?: { name?: string }; value?: unknown }
    if (type === 'Literal' && isName && typeof value === 'string') texts.add(value)
    const isOwn = type === 'Property' ? key?.name === 'name' || key?.name === 'icon' : isName && !opens.has(type ?? '')
    for (const child of Object.values(node)) visit(child, isOwn)
  }
  visit(program, false)
  return texts
}

/** What stands in these is not what the property is. */
const opens = new Set(['CallExpression', 'ArrowFunctionExpression', 'ObjectExpression', 'AssignmentPattern'])
