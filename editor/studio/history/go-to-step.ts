import type { Undo } from '#model/index.ts'

/** Goes back or forth until that many steps can be taken back. Each step is undone by itself, as if by hand. */
export function goToStep(undo: Undo, steps: number): void {
  while (undo.undoSteps.length > steps) if (undo.undo() === undefined) return
  while (undo.undoSteps.length < steps) if (undo.redo() === undefined) return
}
