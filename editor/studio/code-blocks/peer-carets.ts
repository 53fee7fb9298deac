import { editor, Range } from 'monaco-editor/editor'
import type * as Y from 'yjs'
import type { CodeBlockId } from '#model/index.ts'
import { peerColours } from '#editor/people/hues.ts'
import type { Peer } from '../presence/presence.ts'
import { findCaret } from './code-caret.ts'

interface Shown {
  readonly peer: Peer
  readonly anchor: number
  readonly head: number
}

/** Carets of the others in a source, with their names, and what they have selected. */
export function showPeers(
  shown: editor.IStandaloneCodeEditor,
  model: editor.ITextModel,
  text: Y.Text,
  id: CodeBlockId,
): { show(peers: readonly Peer[]): void; stop(): void } {
  const widgets = new Map<number, CaretWidget>()
  const selections = shown.createDecorationsCollection()
  let known: readonly Peer[] = []
  const { style } = shown.getContainerDomNode()
  for (const [at, colour] of peerColours.entries()) style.setProperty(`--peer-${at}`, colour)

  function draw(): void {
    const carets = known.flatMap((peer): readonly Shown[] => {
      const at = findCaret(text, id, peer.code)
      return at ? [{ peer, ...at }] : []
    })
    for (const [clientId, widget] of widgets)
      if (!carets.some(({ peer }) => peer.clientId === clientId)) {
        shown.removeContentWidget(widget)
        widgets.delete(clientId)
      }
    for (const { peer, head } of carets) {
      const widget = widgets.get(peer.clientId) ?? caretWidget(peer.clientId)
      const isNew = !widgets.has(peer.clientId)
      widgets.set(peer.clientId, widget)
      widget.move(peer, model.getPositionAt(head))
      if (isNew) shown.addContentWidget(widget)
      else shown.layoutContentWidget(widget)
    }
    selections.set(
      carets
        .filter(({ anchor, head }) => anchor !== head)
        .map(({ peer, anchor, head }) => ({
          range: Range.fromPositions(
            model.getPositionAt(Math.min(anchor, head)),
            model.getPositionAt(Math.max(anchor, head)),
          ),
          options: { className: `st-code-selection st-code-selection--${hueAt(peer.colour)}` },
        })),
    )
  }
  // Positions stay where they are in the text; where that is on the screen moves with what is typed before.
  const moves = model.onDidChangeContent(() => draw())
  return {
    show(peers) {
      known = peers
      draw()
    },
    stop() {
      moves.dispose()
      for (const widget of widgets.values()) shown.removeContentWidget(widget)
      selections.clear()
    },
  }
}

function hueAt(colour: string): number {
  return (peerColours as readonly string[]).indexOf(colour)
}

interface CaretWidget extends editor.IContentWidget {
  move(peer: Peer, position: editor.IContentWidgetPosition['position']): void
}

function caretWidget(clientId: number): CaretWidget {
  const element = document.createElement('div')
  element.className = 'st-code-caret'
  element.dataset.testid = 'peer-code-caret'
  const name = element.appendChild(document.createElement('span'))
  name.className = 'st-code-caret__name'
  let position: editor.IContentWidgetPosition['position'] = null
  return {
    getId: () => `peer-${clientId}`,
    getDomNode: () => element,
    getPosition: () => ({ position, preference: [editor.ContentWidgetPositionPreference.EXACT] }),
    move(peer, at) {
      position = at
      name.textContent = peer.name
      element.style.setProperty('--peer', peer.colour)
      element.classList.toggle('st-code-caret--first', at?.lineNumber === 1)
    },
  }
}
