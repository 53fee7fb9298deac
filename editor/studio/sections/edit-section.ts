import type { PageId, Program, SectionId } from '#model/index.ts'
import { nothing } from '#editor/state/selection.ts'
import type { ViewStore } from '#editor/state/view-state.ts'

/** Shows the section alone on the canvas, like a page. What is shown now is where "Done" leads back to. */
export function editSection(view: ViewStore, sectionId: SectionId): void {
  const { pageId, selection, cameFrom } = view.getState()
  if (pageId === sectionId) return
  const from = pageId === undefined ? cameFrom : [...cameFrom, { pageId, selection }]
  view.setState({ pageId: sectionId, selection: nothing, hovered: undefined, typing: undefined, cameFrom: from })
}

/** Back to where it was opened from, or to the first page if that is gone. */
export function leaveSection(view: ViewStore, program: Program): void {
  const { cameFrom } = view.getState()
  const back = cameFrom.at(-1)
  const isThere = (id: PageId) => program.page(id) !== undefined || program.section(id) !== undefined
  const pageId = back && isThere(back.pageId) ? back.pageId : program.pages()[0]?.id
  const isSection = pageId !== undefined && program.section(pageId) !== undefined
  const selection = back?.selection.filter((id) => program.node(id)) ?? nothing
  view.setState({
    pageId,
    selection,
    hovered: undefined,
    typing: undefined,
    cameFrom: isSection ? cameFrom.slice(0, -1) : [],
  })
}
