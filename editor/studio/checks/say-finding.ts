import type { Words } from '#editor/words/use-words.ts'
import type { Finding, Repair } from '#compiler/checks/finding.ts'

const LONGEST_QUOTE = 48

/** The finding as one sentence. */
export function sayFinding({ code, about = '' }: Finding, { checks }: Words): string {
  return checks.say[code](about.length > LONGEST_QUOTE ? `${about.slice(0, LONGEST_QUOTE).trimEnd()}…` : about)
}

/** What its fix does: "Fix: remove the link". */
export function sayRepair(repair: Repair, { checks, inspector }: Words): string {
  if (repair.kind !== 'write-field') return checks.fixIt(checks.repair[repair.kind])
  const { kind, to } = repair.fix
  return checks.fixIt(inspector.fixes[kind](String(to ?? '')))
}
