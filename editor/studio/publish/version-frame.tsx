import { useEffect, useRef, useState } from 'react'
import { codeBlocksOf } from '#compiler/code-blocks/code-definitions.ts'
import type { CompiledProgram } from '#model/compiled-program.ts'
import type { NodeId, PageId } from '#model/ids.ts'
import type { ShopData } from '#components/kit/view.ts'
import type { Rect } from '#runtime/frame/protocol.ts'
import { useWords } from '#editor/words/use-words.ts'
import { loadFrame } from '../canvas/frame-source.ts'
import { linkFrame, type FrameLink } from '../canvas/frame-link.ts'
import { createMeasuredMap } from '../canvas/measured-map.ts'

export type Mark = 'added' | 'removed' | 'changed' | 'moved'

interface VersionFrameProps {
  readonly title: string
  readonly program: CompiledProgram
  readonly pageId: PageId
  readonly shopData: ShopData | null
  readonly scheme: 'light' | 'dark'
  readonly marks: ReadonlyMap<NodeId, Mark>
}

/** Width of the phone that the page is drawn for; the column it has decides how large it is seen. */
const PHONE_PX = 390
const SHORTEST_PX = 480
/** Of the page above the first mark, so that one sees where it is. */
const ABOVE_PX = 120

/** A page of a program at rest, by the runtime that draws the canvas, with marks around some of its blocks. */
export function VersionFrame({ title, program, pageId, shopData, scheme, marks }: VersionFrameProps) {
  const { publishing: words } = useWords()
  const frame = useRef<HTMLIFrameElement>(null)
  const column = useRef<HTMLDivElement>(null)
  const link = useRef<FrameLink | undefined>(undefined)
  const [map] = useState(createMeasuredMap)
  const [, redraw] = useState(0)
  const [scale, setScale] = useState(0.75)
  const latest = useRef({ program, pageId, shopData, scheme })

  useEffect(() => {
    latest.current = { program, pageId, shopData, scheme }
    if (link.current) start(link.current, latest.current)
  }, [program, pageId, shopData, scheme])

  useEffect(() => {
    if (!frame.current) return
    const opened = linkFrame({
      frame: frame.current,
      onReady: (to) => {
        link.current = to
        start(to, latest.current)
      },
      onMessage: (message) => {
        if (message.kind !== 'measured') return
        map.accept(message)
        redraw(map.version)
      },
    })
    loadFrame(frame.current)
    return () => {
      link.current = undefined
      opened.close()
    }
  }, [map])

  useEffect(() => {
    const { current } = column
    if (!current) return
    const watch = new ResizeObserver(([entry]) => entry && setScale(Math.min(1, entry.contentRect.width / PHONE_PX)))
    watch.observe(current)
    return () => watch.disconnect()
  }, [])

  // What changed may be far down the page: it is brought into sight once.
  const firstPx = Math.min(...[...marks.keys()].map((id) => map.find(id)?.rect.y ?? Infinity)) * scale
  const hasShown = useRef(false)
  useEffect(() => {
    // Measured again, it must not scroll under somebody's hands.
    if (hasShown.current || !Number.isFinite(firstPx)) return
    hasShown.current = true
    column.current?.closest('[data-sides]')?.scrollTo({ top: Math.max(0, firstPx - ABOVE_PX) })
  }, [firstPx])

  const heightPx = Math.max(SHORTEST_PX, map.heightPx)
  const found = [...marks].flatMap(([id, mark]) => {
    const rect = map.find(id)?.rect
    return rect ? [{ id, mark, rect }] : []
  })
  return (
    <div ref={column} className="st-version">
      <div className="st-version__page" style={{ height: heightPx * scale }}>
        <iframe
          ref={frame}
          title={title}
          sandbox="allow-scripts allow-forms"
          tabIndex={-1}
          style={{ width: PHONE_PX, height: heightPx, transform: `scale(${scale})` }}
        />
        <div className="st-version__marks" aria-hidden>
          {found.map(({ id, mark, rect }) => (
            <div key={id} className={`st-version__mark st-version__mark--${mark}`} style={boxOf(rect, scale)}>
              <span>{words.blockKinds[mark]}</span>
            </div>
          ))}
        </div>
      </div>
    </div>
  )
}

/** A compiled program brings its code blocks along. */
function start(link: FrameLink, shown: Pick<VersionFrameProps, 'program' | 'pageId' | 'shopData' | 'scheme'>): void {
  link.send({ kind: 'code-blocks', blocks: codeBlocksOf(shown.program) })
  link.send({ kind: 'start', mode: 'canvas', ...shown })
}

function boxOf({ x, y, width, height }: Rect, scale: number) {
  return { left: x * scale, top: y * scale, width: width * scale, height: height * scale }
}
