import { Moon, Sun, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { IconButton } from '#editor/ui/icon-button.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { frameUrl } from '../canvas/canvas.tsx'
import { canvasSchemeOf } from '../canvas/canvas-scheme.ts'
import { linkFrame, type FrameLink } from '../canvas/frame-link.ts'
import { useSession, useTopic, useView } from '../session/use-session.tsx'
import { answerHostCall } from './answer-host-call.ts'
import './preview.css'

/** The program as visitors will use it, live beside the canvas: every edit reaches it as a patch, never as a reload. */
export function PreviewPanel() {
  const session = useSession()
  const words = useWords()
  const { view } = session
  const scheme = useView((state) => state.scheme)
  useTopic('theme')
  const isChosenByPhone = session.program.theme.scheme !== 'light' && session.program.theme.scheme !== 'dark'
  const frame = usePreviewFrame()
  return (
    <aside className="st-preview" aria-label={words.studio.preview} data-testid="preview">
      <header className="st-preview__head">
        <h2 className="st-preview__title">{words.studio.preview}</h2>
        {isChosenByPhone ? (
          <IconButton
            size="small"
            label={scheme === 'dark' ? words.studio.seeLight : words.studio.seeDark}
            icon={scheme === 'dark' ? <Sun size={16} /> : <Moon size={16} />}
            onPress={() => view.setState({ scheme: scheme === 'dark' ? 'light' : 'dark' })}
          />
        ) : null}
        <IconButton
          size="small"
          label={words.studio.closePreview}
          icon={<X size={16} />}
          onPress={() => view.setState({ previewOpen: false })}
        />
      </header>
      <div className="st-preview__body">
        <div className="st-preview__phone">
          <iframe ref={frame} title={words.studio.previewFrame} sandbox="allow-scripts allow-forms" />
        </div>
      </div>
    </aside>
  )
}

function usePreviewFrame() {
  const session = useSession()
  const { view, compiler, shop, program, facts } = session
  const frame = useRef<HTMLIFrameElement>(null)
  const [link, setLink] = useState<FrameLink | undefined>(undefined)
  const wanted = useView((state) => state.scheme)
  useTopic('theme')
  const scheme = canvasSchemeOf(program.theme, wanted)
  const pageId = useView((state) => state.pageId)
  const shopData = useStore(shop, (state) => state.data)
  /** Set while the preview went somewhere by itself, so that the canvas following it is not sent back as an order. */
  const shownPage = useRef(pageId)

  useEffect(() => {
    if (!frame.current) return
    const start = (to: FrameLink) => {
      const state = view.getState()
      if (state.pageId === undefined) return
      shownPage.current = state.pageId
      to.send({
        kind: 'start',
        mode: 'preview',
        program: compiler.current(),
        pageId: state.pageId,
        shopData: shop.getState().data,
        scheme: canvasSchemeOf(program.theme, state.scheme),
      })
      setLink(to)
    }
    const opened = linkFrame({
      frame: frame.current,
      onReady: start,
      onMessage: (message) => {
        if (message.kind === 'page-shown') shownPage.current = message.pageId
        if (message.kind !== 'host-call') return
        const { callId, method, argument } = message
        void answerHostCall(facts.id, method, argument, (...call) => fetch(...call)).then((answer) =>
          opened.send({ kind: 'host-answer', callId, answer }),
        )
      },
    })
    frame.current.src = frameUrl
    const stopPatches = compiler.onPatch((patch) => opened.send(patch))
    return () => {
      stopPatches()
      opened.close()
    }
  }, [view, compiler, shop, program, facts.id])

  useEffect(() => {
    if (!link || pageId === undefined || pageId === shownPage.current) return
    shownPage.current = pageId
    link.send({ kind: 'show-page', pageId })
  }, [link, pageId])
  useEffect(() => link?.send({ kind: 'scheme', scheme }), [link, scheme])
  useEffect(() => {
    if (shopData) link?.send({ kind: 'shop-data', shopData })
  }, [link, shopData])
  return frame
}
