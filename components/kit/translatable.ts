import type { Field, Fields } from './fields.ts'

/** Whether what people write in this field is read by visitors, and so has to be in their language. */
export function isTranslatable(field: Field): boolean {
  return (field.kind === 'text' || field.kind === 'rich-text') && field.translatable === true
}

/** Where a block has words to be translated, as paths: `title`, `slides[].title`. */
export function translatablePaths(fields: Fields): readonly string[] {
  return Object.entries(fields).flatMap(([name, field]) =>
    field.kind === 'list'
      ? translatablePaths(field.item).map((path) => `${name}[].${path}`)
      : isTranslatable(field)
        ? [name]
        : [],
  )
}
