import { useEffect, useMemo, type MouseEvent } from 'react'
import type { NodeId } from '#model/ids.ts'
import { Button } from '#editor/ui/button.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { findNodeAt } from '../canvas/find-node-at.ts'
import { createLevels } from '../canvas/levels.ts'
import { dropTreeOf } from '../commands/structure.ts'
import { partAt } from '../sections/part-at.ts'
import { useCommand } from '../session/use-commands.ts'
import { useSession, useView } from '../session/use-session.tsx'
import { commentOnPage } from './comment-commands.ts'
import './comments.css'

/** Lies over the canvas while one chooses what to say something about: a click on a block, or beside all of them. */
export function CommentGlass() {
  return useView((view) => view.commenting) ? <ChoosingGlass /> : null
}

function ChoosingGlass() {
  const session = useSession()
  const { view, program, blocks, map, compiler } = session
  const pageId = useView((state) => state.pageId)
  const tree = useMemo(
    () => (pageId === undefined ? undefined : dropTreeOf(program, blocks, pageId)),
    [program, blocks, pageId],
  )
  const levels = useMemo(() => tree && createLevels(map, tree), [map, tree])
  useLeaveByEscape()
  const nodeAt = ({ clientX, clientY, currentTarget }: MouseEvent): NodeId | undefined => {
    if (!tree) return undefined
    const box = currentTarget.getBoundingClientRect()
    const { zoom } = view.getState()
    const point = { x: (clientX - box.left) / zoom, y: (clientY - box.top) / zoom }
    const id = findNodeAt(map, tree, point, levels)
    return id === undefined ? undefined : (partAt(compiler, map, id, point) ?? id)
  }
  return (
    // A way for the pointer only: by keys one comments on what is chosen.
    <div
      className="st-choose"
      data-testid="comment-glass"
      aria-hidden
      onMouseMove={(event) => {
        const hovered = nodeAt(event)
        if (hovered !== view.getState().hovered) view.setState({ hovered })
      }}
      onMouseLeave={() => view.setState({ hovered: undefined })}
      onClick={(event) => {
        const nodeId = nodeAt(event)
        if (pageId !== undefined)
          view.setState({
            commentsAt: { pageId, ...(nodeId !== undefined && { nodeId }) },
            commenting: false,
            hovered: undefined,
          })
      }}
    />
  )
}

function useLeaveByEscape(): void {
  const { view } = useSession()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing) return
      event.preventDefault()
      event.stopPropagation()
      view.setState({ commenting: false, hovered: undefined })
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [view])
}

/** Says what a click does now, and the way out. */
export function CommentBar() {
  return useView((view) => view.commenting) ? <Bar /> : null
}

function Bar() {
  const { view } = useSession()
  const words = useWords()
  const { label, run } = useCommand(commentOnPage)
  return (
    <div className="st-carry st-comment-bar" role="status" data-testid="comment-bar">
      <span className="st-carry__text">{words.comments.modeHelp}</span>
      <Button size="small" onPress={run}>
        {label}
      </Button>
      <Button size="small" onPress={() => view.setState({ commenting: false })}>
        {words.comments.modeEnds}
      </Button>
    </div>
  )
}
