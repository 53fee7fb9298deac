import { navigate, paths } from '#editor/router.tsx'
import { readPartId } from '#model/index.ts'
import { nothing, selecting } from '#editor/state/selection.ts'
import type { StudioSession } from '../session/studio-session.ts'
import type { Place } from '#compiler/checks/finding.ts'

/** Leads to what a finding speaks of: the block with its field, the page's settings, the theme, the counter. */
export function showPlace({ view, program, facts }: StudioSession, place: Place): void {
  switch (place.kind) {
    case 'node': {
      const pageId = program.pageOf(readPartId(place.nodeId)?.instance ?? place.nodeId)
      view.setState({
        ...(pageId === undefined ? {} : { pageId }),
        ...selecting(place.nodeId),
        inspectorOpen: true,
        publishOpen: false,
        hovered: undefined,
        typing: undefined,
      })
      if (place.prop !== undefined) focusField(place.prop)
      return
    }
    case 'page':
      return view.setState({ pageId: place.pageId, selection: nothing, panel: 'pages', publishOpen: false })
    case 'theme':
      return view.setState({ panel: 'theme', publishOpen: false })
    case 'code':
      return view.setState({
        codeOf: place.blockId,
        codeAt: { line: place.line, column: place.column },
        publishOpen: false,
      })
    case 'console':
      return navigate(paths.console(facts.id, place.rest))
  }
}

/** The inspector is drawn with the next frame; then its field is brought into sight and takes the focus. */
function focusField(prop: string): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const field = document.querySelector<HTMLElement>(`[data-testid=inspector] [data-field="${CSS.escape(prop)}"]`)
      field?.scrollIntoView({ block: 'nearest' })
      field?.querySelector<HTMLElement>('input, textarea, [contenteditable=true], button')?.focus()
    }),
  )
}
