import { assertReadable } from './newer-document-error.ts'
import type { Program } from './program.ts'
import type { LocalText } from './program-spec.ts'

export interface Command {
  readonly by: 'command'
  /** Name of the command, for the undo menu: `delete-selection`. */
  readonly name: string
  /** Transactions with one gesture (a slider's drag, a stretch of typing) are undone in one step. */
  readonly gesture?: string
  /** What it is about, where the document does not tell: the name of a theme. */
  readonly about?: string | LocalText
}

/** Marks transactions a person made in this tab. Undo follows these and nothing else. */
export class CommandOrigin implements Command {
  readonly by = 'command'
  readonly name: string
  readonly gesture: string | undefined
  readonly about: string | LocalText | undefined
  readonly program: Program

  constructor(program: Program, { name, gesture, about }: Command) {
    this.program = program
    this.name = name
    this.gesture = gesture
    this.about = about
  }
}

/**
 * Runs operations as one update and one undo step. Inside, the program reads as already changed; listeners hear of it
 * once, at the end. A transact inside another is part of the outer one.
 * @throws NewerDocumentError when a newer version of the document has arrived meanwhile
 */
export function transact<Value>(program: Program, command: Command, edit: () => Value): Value {
  assertReadable(program.doc)
  return program.doc.transact(edit, new CommandOrigin(program, command))
}
