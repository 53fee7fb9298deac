import type { UndoStep } from '#model/index.ts'
import type { Words } from '#editor/words/use-words.ts'
import type { StepTold } from '#editor/words/history.en.ts'
import type { Blocks } from '../session/blocks.ts'

/** A step in words: "Move 3 blocks", "Rename the page “Menu” to “Lunch”". */
export function sayStep({ name, facts }: UndoStep, words: Words, blocks: Blocks): string {
  const { blocks: count, type, prop, title = '', titleBefore = '', about } = facts
  const field = type === undefined || prop === undefined ? undefined : blocks.find(type)?.fields[prop]
  const told: StepTold = {
    what:
      count > 1
        ? words.studio.blocksOf(count)
        : type === undefined
          ? words.history.aBlock
          : words.studio.nameOf(blocks.nameOf(type)),
    field: field ? words.studio.nameOf(field.label) : '',
    title,
    before: titleBefore === title ? '' : titleBefore,
    about: typeof about === 'object' ? words.studio.nameOf(about) : (about ?? ''),
  }
  const steps: { readonly [name: string]: ((told: StepTold) => string) | undefined } = words.history.steps
  return steps[name]?.(told) ?? words.history.someChange
}
