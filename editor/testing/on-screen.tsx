/** A part of the studio on a screen of its own, over a program in memory. */
import { act, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { createStore } from 'zustand/vanilla'
import { Awareness } from 'y-protocols/awareness'
import { createProgramDoc, openProgram, setContentOnly } from '#model/index.ts'
import type { ProgramSpec } from '#model/program-spec.ts'
import type { Role } from '#platform/contract/merchant.ts'
import { knownBlocks } from '#editor/studio/session/known-blocks.ts'
import { createSession, type SessionParts, type StudioSession } from '#editor/studio/session/studio-session.ts'
import { SessionContext } from '#editor/studio/session/use-session.tsx'

export interface OnScreen extends Disposable {
  readonly session: StudioSession
  readonly element: HTMLElement
  /** Does something and lets React finish. */
  act(run: () => void): Promise<void>
}

/** @param person - whose screen it is, and whether the structure is locked for the shop's people */
export async function onScreen(
  nodes: ProgramSpec['pages'][number]['nodes'],
  part: ReactNode,
  { role = 'owner', contentOnly = false }: { readonly role?: Role; readonly contentOnly?: boolean } = {},
): Promise<OnScreen> {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  const spec: ProgramSpec = { theme: {}, pages: [{ title: { en: 'Home', 'zh-CN': '首页' }, slug: '', nodes }] }
  const doc = createProgramDoc(spec, { name: 'Test', language: 'en' })
  if (contentOnly) setContentOnly(openProgram(doc), true)
  const session = createSession({
    facts: { id: 'program', workspaceId: 'workspace', role } as SessionParts['facts'],
    ownUserId: 'ann',
    doc,
    link: {
      store: createStore(() => ({ connected: true, loaded: true, waiting: 0, closed: undefined })),
      awareness: new Awareness(doc),
      close: () => undefined,
    },
    shop: createStore(() => ({ data: null, opened: 0 })),
    blocks: knownBlocks,
    onNewer: () => undefined,
  } as unknown as SessionParts)
  const element = document.body.appendChild(document.createElement('div'))
  const root = createRoot(element)
  const finish = (run: () => void) => act(async () => run())
  await finish(() => root.render(<SessionContext value={session}>{part}</SessionContext>))
  return {
    session,
    element,
    act: finish,
    [Symbol.dispose]() {
      act(() => root.unmount())
      element.remove()
      session.close()
    },
  }
}
