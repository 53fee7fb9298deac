import { Clock, CloudOff, WifiOff } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { requestedCapabilities } from '#compiler/requested-capabilities.ts'
import { phonePaths } from '#platform/contract/routes.ts'
import { Button } from '#editor/ui/button.tsx'
import { EmptyState } from '#editor/ui/empty-state.tsx'
import { useScheme } from '#editor/ui/scheme.ts'
import { useWords } from '#editor/words/use-words.ts'
import { canvasSchemeOf } from '../canvas/canvas-scheme.ts'
import { loadFrame } from '../canvas/frame-source.ts'
import { followCodeBlocks, sendCodeBlocks } from '../code-blocks/send-code-blocks.ts'
import { linkFrame, type FrameLink } from '../canvas/frame-link.ts'
import { answerHostCall } from '../preview/answer-host-call.ts'
import { openDraft, type Draft } from './open-draft.ts'
import './phone-page.css'

/**
 * `/phone/:token`: the draft on a phone that scanned the code of the editor. The same runtime draws it in the same
 * sandboxed frame as beside the canvas, so nothing of the program runs in this page.
 */
export function PhonePage({ token }: { readonly token: string }) {
  const words = useWords()
  const [opened, setOpened] = useState<ReturnType<typeof openDraft>>()
  useEffect(() => {
    const draft = openDraft(token)
    setOpened(draft)
    return draft.close
  }, [token])
  return opened ? (
    <Screen opened={opened} token={token} />
  ) : (
    <main className="app-middle" aria-busy>
      <span className="ui-hidden">{words.common.loading}</span>
    </main>
  )
}

function Screen({ opened, token }: { readonly opened: ReturnType<typeof openDraft>; readonly token: string }) {
  const words = useWords()
  const state = useStore(opened.store)
  if (state.kind === 'ended')
    return (
      <main className="app-middle">
        {state.why === 'over' ? (
          <EmptyState icon={<Clock size={28} />} title={words.reach.overTitle} text={words.reach.overText} />
        ) : (
          <EmptyState
            icon={<CloudOff size={28} />}
            title={words.reach.lostTitle}
            text={words.reach.phoneSameNet}
            action={<Button onPress={() => location.reload()}>{words.common.tryAgain}</Button>}
          />
        )}
      </main>
    )
  if (state.kind === 'opening')
    return (
      <main className="app-middle" aria-busy>
        <span className="ui-spinner" aria-hidden />
        <span className="ui-hidden">{words.common.loading}</span>
      </main>
    )
  return (
    <main className="phone-page">
      <h1 className="ui-hidden">{words.reach.watchingName(state.draft.facts.name)}</h1>
      <DraftFrame draft={state.draft} token={token} />
      {state.connected ? null : (
        <p className="phone-page__lost" role="status">
          <WifiOff size={16} aria-hidden />
          <span>
            <b>{words.reach.lostTitle}</b> {words.reach.lostText}
          </span>
        </p>
      )}
    </main>
  )
}

function DraftFrame({ draft, token }: { readonly draft: Draft; readonly token: string }) {
  const words = useWords()
  const frame = useRef<HTMLIFrameElement>(null)
  const [link, setLink] = useState<FrameLink>()
  const wanted = useScheme((state) => state.scheme)
  const pageId = useStore(draft.page, (state) => state.pageId)
  const shopData = useStore(draft.shop, (state) => state.data)
  const { compiler, program, page, shop, ownBlocks } = draft

  useEffect(() => {
    if (!frame.current) return
    const paths = { quotes: phonePaths.quotes(token), slots: phonePaths.slots(token) }
    const opened = linkFrame({
      frame: frame.current,
      onReady(to) {
        const first = page.getState().pageId ?? program.pages()[0]?.id
        if (first === undefined) return
        sendCodeBlocks(ownBlocks, to)
        to.send({
          kind: 'start',
          mode: 'preview',
          program: compiler.current(),
          pageId: first,
          shopData: shop.getState().data,
          scheme: canvasSchemeOf(program.theme, useScheme.getState().scheme),
        })
        setLink(to)
      },
      onMessage(message) {
        if (message.kind !== 'host-call') return
        const { callId, method, argument } = message
        const requested = requestedCapabilities(compiler.current().pages)
        void answerHostCall(paths, requested, method, argument, (...call) => fetch(...call)).then((answer) =>
          opened.send({ kind: 'host-answer', callId, answer }),
        )
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
  }, [compiler, program, page, shop, ownBlocks, token])

  useEffect(() => {
    if (pageId !== undefined) link?.send({ kind: 'show-page', pageId })
  }, [link, pageId])
  useEffect(
    () => link?.send({ kind: 'scheme', scheme: canvasSchemeOf(program.theme, wanted) }),
    [link, program, wanted],
  )
  useEffect(() => {
    if (shopData) link?.send({ kind: 'shop-data', shopData })
  }, [link, shopData])
  return <iframe ref={frame} title={words.reach.watching} sandbox="allow-scripts allow-forms" />
}
