import { useCallback, useState, useSyncExternalStore } from 'react'
import { instanceType, readPartId, type NodeId } from '#model/index.ts'
import { PartInspector } from '../sections/part-inspector.tsx'
import { PlaceInspector } from '../sections/place-inspector.tsx'
import { useNode, useSession, useView } from '../session/use-session.tsx'
import { BlocksInspector } from './blocks-inspector.tsx'
import { keepFor, type KeptInspector } from './kept-inspectors.ts'
import { NothingChosen } from './nothing-chosen.tsx'
import { useWarmInspector } from './use-warm-inspector.ts'
import './inspector.css'

/** What can be set for what is chosen: one block, or several at once. */
export function Inspector() {
  const ids = useView(({ selection }) => selection)
  const kinds = useKinds(ids)
  const lead = ids.at(-1)
  const isPart = kinds === '' && lead !== undefined && readPartId(lead) !== undefined
  const isPlace = kinds === instanceType && ids.length === 1
  const shown = kinds === '' || isPlace ? undefined : kinds
  const kept = useKept(shown, ids)
  return (
    <>
      {kinds === '' && !isPart ? <NothingChosen /> : null}
      {isPart ? <PartInspector key={lead} id={lead} /> : null}
      {isPlace && lead !== undefined ? <PlaceOf key={lead} id={lead} /> : null}
      {kept.map((each) => (
        <BlocksInspector key={each.kind} ids={each.ids} isShown={each.kind === shown} />
      ))}
    </>
  )
}

function PlaceOf({ id }: { readonly id: NodeId }) {
  const node = useNode(id)
  return node ? <PlaceInspector node={node} /> : null
}

/** The kinds of these blocks, each once; empty when none of them is there. */
function useKinds(ids: readonly NodeId[]): string {
  const { program } = useSession()
  const subscribe = useCallback(
    (listener: () => void) =>
      program.subscribe(({ nodes, removed }) => {
        if (ids.some((id) => nodes.has(id) || removed.has(id))) listener()
      }),
    [program, ids],
  )
  return useSyncExternalStore(subscribe, () =>
    [...new Set(ids.flatMap((id) => program.node(id)?.type ?? []))].toSorted().join(),
  )
}

/** Inspectors of the kinds that were chosen lately, or are likely to be. */
function useKept(kinds: string | undefined, ids: readonly NodeId[]): readonly KeptInspector[] {
  const [kept, setKept] = useState<readonly KeptInspector[]>([])
  const now = kinds === undefined ? kept : keepFor(kept, kinds, ids)
  if (now !== kept) setKept(now)
  useWarmInspector(kinds === undefined, kept, setKept)
  return now
}
