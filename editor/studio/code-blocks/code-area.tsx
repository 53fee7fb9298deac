import { useEffect, useImperativeHandle, useLayoutEffect, useRef, type Ref } from 'react'
import type { CodeBlockId } from '#model/index.ts'
import type { CodeProblem } from '#compiler/code-blocks/compile-source.ts'
import { useScheme } from '#editor/ui/scheme.ts'
import { useWords } from '#editor/words/use-words.ts'
import { usePeers } from '../presence/use-presence.ts'
import { useSession, useView } from '../session/use-session.tsx'
import { openArea, type OpenedArea } from './open-area.ts'

export interface FoundProblem {
  readonly line: number
  readonly column: number
  readonly message: string
}

export interface CodeAreaHandle {
  /** Brings the place into sight with the caret in it. */
  goTo(at: { readonly line: number; readonly column: number }): void
}

interface CodeAreaProps {
  readonly id: CodeBlockId
  /** What the compiler of blocks says of the source. */
  readonly problems: readonly CodeProblem[]
  readonly isReadOnly: boolean
  /** Called with these and what the types say, in the order of lines. */
  readonly onProblems: (found: readonly FoundProblem[]) => void
  readonly ref?: Ref<CodeAreaHandle>
}

/** Where the code is typed. */
export function CodeArea({ id, problems, isReadOnly, onProblems, ref }: CodeAreaProps) {
  const session = useSession()
  const words = useWords()
  const place = useRef<HTMLDivElement>(null)
  const area = useRef<OpenedArea | undefined>(undefined)
  const scheme = useScheme((state) => state.scheme)
  const peers = usePeers()
  const label = `${words.codeBlocks.area}. ${words.codeBlocks.keysHelp}`
  const codeAt = useView((state) => state.codeAt)

  useLayoutEffect(() => {
    const text = session.program.codeBlockText(id)
    if (!place.current || !text) return
    const opened = openArea(place.current, text, id, {
      mayWrite: session.canEdit,
      onCaret: (codeCaret) => session.view.setState({ codeCaret }),
      onProblems,
    })
    area.current = opened
    return () => {
      area.current = undefined
      opened.close()
    }
  }, [session.program, session.view, id, onProblems])

  useLayoutEffect(() => area.current?.setReadOnly(isReadOnly), [isReadOnly])
  useLayoutEffect(() => area.current?.setScheme(scheme), [scheme])
  useLayoutEffect(() => area.current?.setLabel(label), [label])
  useEffect(() => area.current?.setProblems(problems), [problems])
  useEffect(() => area.current?.setPeers(peers), [peers])
  useEffect(() => {
    if (!codeAt) return
    area.current?.goTo(codeAt)
    session.view.setState({ codeAt: undefined })
  }, [codeAt, session.view])
  useImperativeHandle(ref, () => ({ goTo: (at) => area.current?.goTo(at) }), [])
  return <div ref={place} className="st-code__monaco" data-testid="code-area" />
}
