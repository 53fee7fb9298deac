import { useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import type { NodeId } from '#model/index.ts'
import { useWords } from '#editor/words/use-words.ts'
import { draggedBlock, type Dragged } from '../canvas/drop-tree.ts'
import { findNodeAt } from '../canvas/find-node-at.ts'
import { scaled, type Point } from '../canvas/geometry.ts'
import { dropTreeOf } from '../commands/structure.ts'
import { useSession } from '../session/use-session.tsx'
import type { StudioSession } from '../session/studio-session.ts'
import { bringsFiles, filesOf } from './check-picture-file.ts'
import { insertPictureFiles, pictureFieldOf, type PicturePlace } from './insert-picture-files.ts'
import './pictures.css'

/** The studio's own drag, which files from outside take part in: same marks, same scrolling at the edges. */
export interface FileDrag {
  readonly onStart: (dragged: Dragged, at: Point) => void
  readonly onMove: (at: Point) => void
  readonly onCancel: () => void
}

/**
 * Files dragged over the canvas: between blocks they become picture blocks, on the middle of a block with a picture they
 * replace it. Anywhere else in the window nothing happens; without this, the browser would leave the editor for the file.
 */
export function CanvasFileDrop({ drag }: { readonly drag: FileDrag }) {
  const session = useSession()
  const [replaced, setReplaced] = useState<NodeId | undefined>(undefined)
  const state = useRef({ isActive: false, replaced: undefined as NodeId | undefined })

  useEffect(() => {
    const aim = (id: NodeId | undefined) => {
      state.current.replaced = id
      setReplaced(id)
      if (id === undefined) delete document.body.dataset.pictureDrop
      else document.body.dataset.pictureDrop = 'replace'
    }
    const end = () => {
      aim(undefined)
      if (!state.current.isActive) return
      state.current.isActive = false
      const { pageId } = session.view.getState()
      drag.onCancel()
      // A page that was opened on the way stays open.
      if (session.view.getState().pageId !== pageId) session.view.setState({ pageId })
    }
    const onDragOver = (event: DragEvent) => {
      if (!bringsFiles(event.dataTransfer)) return
      const isOthers = within(event, '[data-takes-files]')
      if (isOthers || !session.canEdit || !within(event, '[data-stage]')) {
        event.preventDefault()
        if (!isOthers && event.dataTransfer) event.dataTransfer.dropEffect = 'none'
        return end()
      }
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy'
      const at = { x: event.clientX, y: event.clientY }
      if (!state.current.isActive) {
        state.current.isActive = true
        drag.onStart(draggedBlock('image'), at)
      }
      drag.onMove(at)
      const id = findReplaced(session, at)
      if (id !== state.current.replaced) aim(id)
    }
    const onDrop = (event: DragEvent) => {
      if (!bringsFiles(event.dataTransfer)) return
      if (!event.defaultPrevented) event.preventDefault()
      const files = filesOf(event.dataTransfer)
      const { isActive, replaced: target } = state.current
      if (!isActive || !within(event, '[data-stage]')) return end()
      // The drag looks for its place once a frame; this one still has to be told of the last move.
      requestAnimationFrame(() => {
        const place = session.view.getState().drag?.place
        end()
        if (target !== undefined) void insertPictureFiles(session, files, { replace: target })
        else if (place && !place.refusal) void insertPictureFiles(session, files, intoPlace(place))
      })
    }
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) end()
    }
    window.addEventListener('dragover', onDragOver)
    window.addEventListener('drop', onDrop)
    window.addEventListener('dragleave', onDragLeave)
    return () => {
      end()
      window.removeEventListener('dragover', onDragOver)
      window.removeEventListener('drop', onDrop)
      window.removeEventListener('dragleave', onDragLeave)
    }
  }, [session, drag])

  return replaced === undefined ? null : <ReplaceMark id={replaced} />
}

function ReplaceMark({ id }: { readonly id: NodeId }) {
  const { map, view } = useSession()
  const words = useWords()
  const glass = document.querySelector('[data-glass]')
  const rect = map.find(id)?.rect
  if (!glass || !rect) return null
  const { x, y, width, height } = scaled(rect, view.getState().zoom)
  return createPortal(
    <div className="st-replace-mark" data-testid="replace-mark" style={{ left: x, top: y, width, height }}>
      <span>{words.pictures.replaceHere}</span>
    </div>,
    glass,
  )
}

/** Near its upper and lower edge a block is something to drop beside. */
const RIM_PX = 24
const RIM_SHARE = 0.25

function findReplaced({ map, program, blocks, view }: StudioSession, at: Point): NodeId | undefined {
  const glass = document.querySelector('[data-glass]')?.getBoundingClientRect()
  const { pageId, zoom } = view.getState()
  if (!glass || pageId === undefined) return undefined
  const point = { x: (at.x - glass.left) / zoom, y: (at.y - glass.top) / zoom }
  const id = findNodeAt(map, dropTreeOf(program, blocks, pageId, map), point)
  const rect = id === undefined ? undefined : map.find(id)?.rect
  if (id === undefined || !rect || pictureFieldOf(program, blocks, id) === undefined) return undefined
  const rim = Math.min(RIM_PX, rect.height * RIM_SHARE)
  return point.y > rect.y + rim && point.y < rect.y + rect.height - rim ? id : undefined
}

function intoPlace({ parentId, slot, index }: Extract<PicturePlace, { into: unknown }>['into']): PicturePlace {
  return { into: { parentId, slot, index } }
}

function within(event: DragEvent, selector: string): boolean {
  return event.target instanceof Element && event.target.closest(selector) !== null
}
