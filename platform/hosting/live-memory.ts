import { createLru } from './lru.ts'

/**
 * How long an answer may be out of date when nobody told of the change: what opens, closes or begins by the clock, and
 * what another process did while the database's notices were cut off.
 */
const MOST_AGE_MS = 1000
const MOST_PROGRAMS = 10_000

/** Tells of programs whose data or release changed; of all of them when it may have missed something. */
export type OnChange = (listener: (programId: string | undefined) => void) => void

export interface LiveMemory<Program, Live> {
  find(program: Program): Promise<Live>
  /** What `find` would answer without asking the database; undefined where it would ask, or nothing is live. */
  peek(programId: string): Live | undefined
}

/**
 * Spares the database a question for every page that is asked for: remembers what a program shows until it is told that
 * it changed, and never for more than a second.
 */
export function rememberLive<Program extends { readonly programId: string }, Live extends object | undefined>(
  load: (program: Program) => Promise<Live>,
  { onChange, nowMs }: { readonly onChange: OnChange; readonly nowMs: () => number },
): LiveMemory<Program, Live> {
  let known = createLru<Remembered<Live>>(MOST_PROGRAMS)
  onChange((programId) => {
    if (programId === undefined) known = createLru(MOST_PROGRAMS)
    else known.drop(programId)
  })
  const valid = (programId: string) => {
    const kept = known.get(programId)
    return kept && nowMs() < kept.untilMs ? kept : undefined
  }
  return {
    find(program) {
      const { programId } = program
      const kept = valid(programId)
      if (kept) return kept.asked
      // An answer that is under way while a change is told may be the old one: by then it is no longer the one remembered.
      const entry: Remembered<Live> = { asked: load(program), untilMs: nowMs() + MOST_AGE_MS, live: undefined }
      known.set(programId, entry)
      entry.asked.then(
        (live) => (entry.live = live),
        () => known.drop(programId),
      )
      return entry.asked
    },
    peek: (programId) => valid(programId)?.live,
  }
}

interface Remembered<Live> {
  readonly asked: Promise<Live>
  readonly untilMs: number
  /** The answer, once it is there. */
  live: Live | undefined
}
