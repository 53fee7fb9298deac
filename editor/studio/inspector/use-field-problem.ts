import { useMemo } from 'react'
import type { Field } from '#components/kit/fields.ts'
import type { JsonValue, NodeId } from '#model/index.ts'
import { useSession, useView } from '../session/use-session.tsx'
import { themeColours } from '#runtime/theme-css.ts'
import { canvasSchemeOf } from '../canvas/canvas-scheme.ts'
import { useTheme } from '../theme/use-theme-colours.ts'
import { checkField, type FieldProblem } from '#compiler/checks/check-field.ts'
import { fixesOf, type Fix } from '#compiler/checks/fixes-of.ts'
import { groundUnder } from './ground-under.ts'
import { useKnownThings } from './use-known-things.ts'

export interface FieldFinding {
  readonly problem: FieldProblem
  readonly fixes: readonly Fix[]
}

/** What is wrong with a field's value, and the ways out. */
export function useFieldProblem(field: Field, value: JsonValue, nodeId: NodeId | undefined): FieldFinding | undefined {
  const { program } = useSession()
  const things = useKnownThings()
  const theme = useTheme()
  const scheme = useView((view) => view.scheme)
  return useMemo(() => {
    const isInk = field.kind === 'colour' && field.isInk && nodeId !== undefined
    // Colours are worked out only for the few fields that need them.
    const colours = isInk ? themeColours(theme)[canvasSchemeOf(program.theme, scheme)] : undefined
    const known = colours && nodeId ? { ...things, ground: groundUnder(program, nodeId, colours) } : things
    const problem = checkField(field, value, known)
    return problem && { problem, fixes: fixesOf(field, value, problem, known) }
  }, [field, value, nodeId, program, things, theme, scheme])
}
