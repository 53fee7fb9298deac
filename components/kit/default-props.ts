import type { Fields, PropsOf } from './fields.ts'

/** What a block's properties are while nobody has set any. */
export function defaultProps<F extends Fields>(fields: F): PropsOf<F> {
  const entries = Object.entries(fields).map(([name, field]) => [name, field.default])
  return Object.fromEntries(entries) as PropsOf<F>
}
