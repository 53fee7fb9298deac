/**
 * When a block is to be seen. Conditions belong to the node, not to its block: any block has them, and none of its
 * fields can be confused with them. All that are set must hold.
 */
import type { JsonObject, JsonValue } from './json.ts'

export interface ShowWhen {
  /** Put away: seen by nobody. */
  readonly hidden?: true
  /** First moment at which it is seen, in milliseconds since 1970 UTC. */
  readonly fromMs?: number
  /** First moment at which it is no longer seen. */
  readonly untilMs?: number
  readonly audience?: 'members' | 'not-members'
  /** Only while the shop is open, or only while it is closed. */
  readonly hours?: 'open' | 'closed'
}

/** Conditions to set; undefined takes one away. */
export type ShowWhenChange = { readonly [Name in keyof ShowWhen]?: ShowWhen[Name] | undefined }

export interface ReadShowWhen {
  /** Undefined when it is always seen. */
  readonly showWhen: ShowWhen | undefined
  /** Names of conditions that cannot be read. */
  readonly problems: readonly string[]
}

/**
 * Reads conditions as they lie in a document. One that cannot be read (damaged, or of a newer version) hides the block:
 * what was not meant for everybody must not come out because nobody knows any more whom it was meant for.
 */
export function readShowWhen(stored: JsonObject | undefined): ReadShowWhen {
  if (stored === undefined) return { showWhen: undefined, problems: [] }
  const problems = Object.keys(stored).filter((name) => !isReadable(name, stored[name]))
  const known = (conditionNames as readonly string[]).filter((name) => name in stored && !problems.includes(name))
  const values = { ...Object.fromEntries(known.map((name) => [name, stored[name]])) } as ShowWhen
  const showWhen: ShowWhen = problems.length > 0 ? { hidden: true, ...values } : values
  return { showWhen: Object.keys(showWhen).length > 0 ? showWhen : undefined, problems }
}

/** In the order in which they are written down, so that equal conditions are equal bytes. */
export const conditionNames = [
  'hidden',
  'fromMs',
  'untilMs',
  'audience',
  'hours',
] as const satisfies readonly (keyof ShowWhen)[]

/** Moments of the years 1 to 9999; what is beyond cannot be told to anybody. */
const firstMs = Date.parse('0001-01-01T00:00:00Z')
const lastMs = Date.parse('9999-12-31T23:59:59Z')

function isReadable(name: string, value: JsonValue | undefined): boolean {
  switch (name) {
    case 'hidden':
      return value === true
    case 'fromMs':
    case 'untilMs':
      return typeof value === 'number' && value >= firstMs && value <= lastMs
    case 'audience':
      return value === 'members' || value === 'not-members'
    case 'hours':
      return value === 'open' || value === 'closed'
    default:
      return false
  }
}
