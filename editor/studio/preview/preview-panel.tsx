import { Moon, Sun, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { requestedCapabilities } from '#compiler/requested-capabilities.ts'
import { IconButton } from '#editor/ui/icon-button.tsx'
import { useWords, wordsNow } from '#editor/words/use-words.ts'
import { loadFrame } from '../canvas/frame-source.ts'
import { canvasSchemeOf } from '../canvas/canvas-scheme.ts'
import { tellBroken } from '../canvas/tell-broken.ts'
import { linkFrame, type FrameLink } from '../canvas/frame-link.ts'
import { followCodeBlocks, sendCodeBlocks } from '../code-blocks/send-code-blocks.ts'
import { sayWhatIsSaved } from '../commands/save-command.ts'
import { seeOtherScheme } from '../commands/view-commands.ts'
import { CommandButton } from '../session/command-button.tsx'
import { commandContextOf } from '../session/use-commands.ts'
import { useSession, useTopic, useView } from '../session/use-session.tsx'
import { answerHostCall, memberPreviewPaths } from './answer-host-call.ts'
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
    <aside className="st-preview" data-area aria-label={words.studio.preview} data-testid="preview">
      <header className="st-preview__head">
        <h2 className="st-preview__title">{words.studio.preview}</h2>
        {isChosenByPhone ? (
          <CommandButton
            command={seeOtherScheme}
            size="small"
            icon={scheme === 'dark' ? <Sun size={16} /> : <Moon size={16} />}
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
  const { view, compiler, shop, program, facts, ownBlocks } = session
  const frame = useRef<HTMLIFrameElement>(null)
  const [link, setLink] = useState<FrameLink | undefined>(undefined)
  const wanted = useView((state) => state.scheme)
  useTopic('theme')
  const scheme = canvasSchemeOf(program.theme, wanted)
  const pageId = useView((state) => state.pageId)
  const situation = useView((state) => state.situation)
  const shopData = useStore(shop, (state) => state.data)
  /** Set while the preview went somewhere by itself, so that the canvas following it is not sent back as an order. */
  const shownPage = useRef(pageId)

  useEffect(() => {
    if (!frame.current) return
    const start = (to: FrameLink) => {
      const state = view.getState()
      if (state.pageId === undefined) return
      shownPage.current = state.pageId
      sendCodeBlocks(ownBlocks, to)
      to.send({
        kind: 'start',
        mode: 'preview',
        program: compiler.current(),
        pageId: state.pageId,
        shopData: shop.getState().data,
        scheme: canvasSchemeOf(program.theme, state.scheme),
        situation: state.situation,
      })
      setLink(to)
    }
    const opened = linkFrame({
      frame: frame.current,
      onReady: start,
      onBroken: tellBroken,
      onMessage: (message) => {
        if (message.kind === 'save-pressed') sayWhatIsSaved.run(commandContextOf(session, wordsNow()))
        if (message.kind === 'page-shown') shownPage.current = message.pageId
        if (message.kind !== 'host-call') return
        const { callId, method, argument } = message
        const requested = requestedCapabilities(compiler.current().pages)
        void answerHostCall(memberPreviewPaths(facts.id), requested, method, argument, (...call) =>
          fetch(...call),
        ).then((answer) => opened.send({ kind: 'host-answer', callId, answer }))
      },
    })
    loadFrame(frame.current)
    const stopPatches = compiler.onPatch((patch) => opened.send(patch))
    const stopCode = followCodeBlocks(ownBlocks, opened)
    return () => {
      stopPatches()
      stopCode()
      opened.close()
    }
  }, [view, compiler, shop, program, ownBlocks, facts.id])

  useEffect(() => {
    if (!link || pageId === undefined || pageId === shownPage.current) return
    shownPage.current = pageId
    link.send({ kind: 'show-page', pageId })
  }, [link, pageId])
  useEffect(() => link?.send({ kind: 'scheme', scheme }), [link, scheme])
  useEffect(() => link?.send({ kind: 'situation', situation }), [link, situation])
  useEffect(() => {
    if (shopData) link?.send({ kind: 'shop-data', shopData })
  }, [link, shopData])
  return frame
}
