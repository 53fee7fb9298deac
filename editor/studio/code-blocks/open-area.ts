import { editor, KeyCode, KeyMod, MarkerSeverity, Range, Selection, Uri } from 'monaco-editor/editor'
import type * as Y from 'yjs'
import type { CodeBlockId } from '#model/index.ts'
import type { CodeProblem } from '#compiler/code-blocks/compile-source.ts'
import type { Peer } from '../presence/presence.ts'
import { bindSource, caretAfter, type ShownText, type TextEdit } from './bind-source.ts'
import type { FoundProblem } from './code-area.tsx'
import { tellCaret, type CodeCaret } from './code-caret.ts'
import { prepareMonaco } from './monaco.ts'
import { showPeers } from './peer-carets.ts'

export interface OpenedArea {
  setReadOnly(isReadOnly: boolean): void
  setScheme(scheme: 'light' | 'dark'): void
  setLabel(label: string): void
  setProblems(problems: readonly CodeProblem[]): void
  setPeers(peers: readonly Peer[]): void
  goTo(at: { readonly line: number; readonly column: number }): void
  close(): void
}

interface AreaListener {
  readonly mayWrite: boolean
  onCaret(caret: CodeCaret | undefined): void
  onProblems(found: readonly FoundProblem[]): void
}

/** What the compiler of blocks says; TypeScript marks under a name of its own. */
const OWNER = 'code-block'

/** Opens a source in Monaco, bound to the shared text. */
export function openArea(place: HTMLElement, text: Y.Text, id: CodeBlockId, listener: AreaListener): OpenedArea {
  prepareMonaco()
  const model = editor.createModel('', 'typescript', Uri.parse(`file:///code-${id}.tsx`))
  model.setEOL(editor.EndOfLineSequence.LF)
  const shown = editor.create(place, {
    model,
    automaticLayout: true,
    // Keys of the studio are told from typing by what has the focus: a text area.
    editContext: false,
    tabSize: 2,
    insertSpaces: true,
    detectIndentation: false,
    fontFamily: 'var(--ui-mono)',
    fontSize: 13,
    lineHeight: 20,
    lineNumbersMinChars: 3,
    minimap: { enabled: false },
    scrollBeyondLastLine: false,
    renderLineHighlight: 'line',
    overviewRulerLanes: 2,
    padding: { top: 8, bottom: 8 },
    wordWrap: 'on',
    wrappingIndent: 'indent',
    fixedOverflowWidgets: true,
    quickSuggestions: { other: true, comments: false, strings: true },
    unicodeHighlight: { ambiguousCharacters: false },
  })
  const binding = bindSource(text, shownTextOf(model, shown), listener.mayWrite)
  const peers = showPeers(shown, model, text, id)

  // Monaco would take back what others typed, too.
  shown.addCommand(KeyMod.CtrlCmd | KeyCode.KeyZ, binding.undo)
  shown.addCommand(KeyMod.CtrlCmd | KeyMod.Shift | KeyCode.KeyZ, binding.redo)
  shown.addCommand(KeyMod.CtrlCmd | KeyCode.KeyY, binding.redo)

  const tellOwnCaret = () => {
    const selection = shown.getSelection()
    if (!selection) return
    const [anchor, head] = [selection.getSelectionStart(), selection.getPosition()].map((at) => model.getOffsetAt(at))
    if (anchor !== undefined && head !== undefined) listener.onCaret(tellCaret(text, id, { anchor, head }))
  }
  shown.onDidChangeCursorSelection(tellOwnCaret)
  shown.onDidFocusEditorText(tellOwnCaret)
  shown.onDidBlurEditorText(() => {
    binding.endStep()
    listener.onCaret(undefined)
  })

  const marks = editor.onDidChangeMarkers((changed) => {
    if (changed.some((uri) => uri.toString() === model.uri.toString())) listener.onProblems(problemsOf(model.uri))
  })
  listener.onProblems([])
  return {
    setReadOnly(readOnly) {
      shown.updateOptions({ readOnly, domReadOnly: readOnly })
    },
    setScheme: (scheme) => editor.setTheme(`shopwright-${scheme}`),
    setLabel: (ariaLabel) => shown.updateOptions({ ariaLabel }),
    setProblems(problems) {
      const markers = problems.map(({ line, column, message }) => {
        const word = model.getWordAtPosition(model.validatePosition({ lineNumber: line, column }))
        const end = word ? word.endColumn : column + 1
        const range = { startLineNumber: line, startColumn: column, endLineNumber: line, endColumn: end }
        return { ...range, message, severity: MarkerSeverity.Error }
      })
      editor.setModelMarkers(model, OWNER, markers)
    },
    setPeers: peers.show,
    goTo({ line, column }) {
      shown.setPosition({ lineNumber: line, column })
      shown.revealLineInCenterIfOutsideViewport(line)
      shown.focus()
    },
    close() {
      listener.onCaret(undefined)
      marks.dispose()
      binding.stop()
      peers.stop()
      shown.dispose()
      model.dispose()
    },
  }
}

/** TypeScript proposes to change settings that nobody here has. */
const adviceOnSettings = / (Do you need to|Try) [\s\S]*$/

/** Mistakes in the order of lines. What the types say of a line that does not compile at all says nothing more. */
function problemsOf(resource: Uri): readonly FoundProblem[] {
  const markers = editor.getModelMarkers({ resource }).filter(({ severity }) => severity === MarkerSeverity.Error)
  const own = new Set(markers.flatMap(({ owner, startLineNumber }) => (owner === OWNER ? [startLineNumber] : [])))
  return markers
    .filter(({ owner, startLineNumber }) => owner === OWNER || !own.has(startLineNumber))
    .map(({ startLineNumber, startColumn, message }) => ({
      line: startLineNumber,
      column: startColumn,
      message: message.replace(adviceOnSettings, ''),
    }))
    .toSorted((a, b) => a.line - b.line || a.column - b.column)
}

function shownTextOf(model: editor.ITextModel, shown: editor.IStandaloneCodeEditor): ShownText {
  const rangeOf = ({ offset, length }: TextEdit) =>
    Range.fromPositions(model.getPositionAt(offset), model.getPositionAt(offset + length))
  return {
    getValue: () => model.getValue(editor.EndOfLinePreference.LF),
    setValue: (value) => model.setValue(value),
    apply(edits, isOwn) {
      const carets = (shown.getSelections() ?? []).map((selection) => ({
        anchor: model.getOffsetAt(selection.getSelectionStart()),
        head: model.getOffsetAt(selection.getPosition()),
      }))
      model.applyEdits(edits.map((edit) => ({ range: rangeOf(edit), text: edit.text })))
      const last = edits.at(-1)
      // What was just taken back or done again is where the person looks.
      const moved =
        isOwn && last
          ? [{ anchor: endOf(edits), head: endOf(edits) }]
          : carets.map(({ anchor, head }) => ({ anchor: caretAfter(anchor, edits), head: caretAfter(head, edits) }))
      const at = (offset: number) => model.getPositionAt(offset)
      if (moved.length > 0)
        shown.setSelections(
          moved.map(({ anchor, head }) => {
            const [from, to] = [at(anchor), at(head)]
            return new Selection(from.lineNumber, from.column, to.lineNumber, to.column)
          }),
        )
      if (isOwn) shown.revealPositionInCenterIfOutsideViewport(at(endOf(edits)))
    },
    onTyped(listener) {
      const stop = model.onDidChangeContent(({ changes, isFlush }) => {
        if (!isFlush)
          listener(
            changes.map(({ rangeOffset, rangeLength, text }) => ({ offset: rangeOffset, length: rangeLength, text })),
          )
      })
      return () => stop.dispose()
    },
  }
}

/** Where the last of these edits ends, once all are done. */
function endOf(edits: readonly TextEdit[]): number {
  const before = edits.slice(0, -1).reduce((moved, { text, length }) => moved + text.length - length, 0)
  const last = edits.at(-1)
  return last ? last.offset + before + last.text.length : 0
}
