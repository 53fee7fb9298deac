import type { Plugin, Rolldown } from 'vite'

export type Language = 'en' | 'zh-CN'

/**
 * Leaves the words of one language in what is built: of every table `{ en: …, 'zh-CN': … }` the other entry goes, and
 * with it what only it referred to. A page is in one language, so its visitors need not fetch the words of another.
 * Only for what visitors load; who edits may look at both.
 * @param languageOf - the language of a build environment; undefined for those that keep all
 */
export function oneLanguage(languageOf: (environment: string) => Language | undefined): Plugin {
  return {
    name: 'shopwright:one-language',
    applyToEnvironment(environment) {
      const language = languageOf(environment.name)
      return language ? keepOnly(language) : false
    },
  }
}

function keepOnly(language: Language): Plugin {
  return {
    name: 'shopwright:one-language',
    // After types are gone.
    enforce: 'post',
    transform: {
      filter: { id: /[\\/]components[\\/].*\.tsx?$/, code: /['"]zh-CN['"]/ },
      handler(code) {
        const others = tablesIn(this.parse(code)).flatMap((table) => table.filter(({ name }) => name !== language))
        if (others.length === 0) return null
        let kept = code
        for (const { start, end } of others.toSorted((a, b) => b.start - a.start))
          kept = kept.slice(0, start) + kept.slice(end).replace(/^\s*,/, '')
        return { code: kept, map: null }
      },
    },
  }
}

interface Entry {
  readonly name: string
  readonly start: number
  readonly end: number
}

/** The entries of every object that has words for both languages. */
function tablesIn(program: ReturnType<Rolldown.PluginContext['parse']>): readonly (readonly Entry[])[] {
  const tables: (readonly Entry[])[] = []
  const visit = (node: unknown) => {
    if (typeof node !== 'object' || node === null) return
    if ('type' in node && node.type === 'ObjectExpression' && 'properties' in node) {
      const entries = (node.properties as readonly unknown[]).flatMap(entryOf)
      if (entries.some(({ name }) => name === 'en') && entries.some(({ name }) => name === 'zh-CN'))
        return void tables.push(entries.filter(({ name }) => name === 'en' || name === 'zh-CN'))
    }
    for (const child of Object.values(node)) visit(child)
  }
  visit(program)
  return tables
}

interface Property {
  readonly start: number
  readonly end: number
  readonly key?: { readonly name?: string; readonly value?: unknown }
  readonly value?: unknown
}

function entryOf(node: unknown): readonly Entry[] {
  const { key, value, start, end } = node as Property
  const name = key?.name ?? key?.value
  return typeof name === 'string' && value ? [{ name, start, end }] : []
}
