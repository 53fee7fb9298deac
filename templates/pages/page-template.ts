import type { LocalText, NodeSpec, SpecValue } from '#model/program-spec.ts'

/** A page to begin with: blocks with words a real shop could leave standing. Its blocks suit any shop's data. */
export interface PageTemplate {
  readonly id: string
  /** Also the title of the page made from it. */
  readonly title: LocalText
  /** What it is good for, in one short sentence. */
  readonly description: LocalText
  /** Of the address; made free where a page has it already. */
  readonly slug: string
  /** For its tab, if it gets one: a name of the icon set. */
  readonly icon: string
  readonly nodes: readonly NodeSpec[]
}

export const say = (en: string, zh: string): LocalText => ({ en, 'zh-CN': zh })

export const text = (en: string, zh: string): SpecValue => ({ $text: say(en, zh) })

export const heading = (title: LocalText, subtitle?: LocalText, size: 's' | 'm' | 'l' = 'm'): NodeSpec => ({
  type: 'heading',
  props: { text: { $text: title }, size, ...(subtitle ? { subtitle: { $text: subtitle } } : {}) },
})

export const paragraph = (en: string, zh: string): NodeSpec => ({ type: 'text', props: { text: text(en, zh) } })

export const card = (title: LocalText, content: readonly NodeSpec[]): NodeSpec => ({
  type: 'section',
  props: { title: { $text: title }, padding: 'm', shape: 'card' },
  slots: { content },
})
