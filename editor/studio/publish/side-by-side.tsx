import { useState } from 'react'
import { useStore } from 'zustand'
import type { BlockChange, Comparison } from '#compiler/compare/compare-programs.ts'
import type { CompiledProgram } from '#model/compiled-program.ts'
import type { NodeId, PageId } from '#model/ids.ts'
import { lookOf } from '#editor/changes/change-list.tsx'
import { Segmented } from '#editor/ui/segmented.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { useSession, useView } from '../session/use-session.tsx'
import { VersionFrame, type Mark } from './version-frame.tsx'

interface SideBySideProps {
  readonly live: CompiledProgram
  readonly draft: CompiledProgram
  readonly pageId: PageId
  readonly comparison: Comparison
  /** What the two are called; by default what is live, and what publishing makes of it. */
  readonly names?: { readonly before: string; readonly after: string }
}

/** One page as visitors see it and as they would, what differs marked in both. On a phone one at a time. */
export function SideBySide({ live, draft, pageId, comparison, names }: SideBySideProps) {
  const { publishing: words } = useWords()
  const { before, after } = names ?? words
  const { shop } = useSession()
  const shopData = useStore(shop, (state) => state.data)
  const scheme = useView((state) => state.scheme)
  const [side, setSide] = useState<'before' | 'after'>('after')
  const page = comparison.pages.find((each) => each.pageId === pageId)
  const blocks = page?.blocks ?? []
  const is = (program: CompiledProgram) => program.pages.some(({ id }) => id === pageId)
  return (
    <div className="st-sides" data-sides data-side={side}>
      <div className="st-sides__switch">
        <Segmented
          label={words.sideBySide}
          isLabelHidden
          options={[
            { value: 'before', label: before },
            { value: 'after', label: after },
          ]}
          value={side}
          onChange={setSide}
        />
      </div>
      <figure className="st-sides__side" data-of="before">
        <figcaption>{before}</figcaption>
        {is(live) ? (
          <VersionFrame
            title={words.frameOf(before)}
            program={live}
            pageId={pageId}
            shopData={shopData}
            scheme={scheme}
            marks={marksOf(blocks, 'before')}
          />
        ) : (
          <p className="st-sides__none">{words.notThere}</p>
        )}
      </figure>
      <figure className="st-sides__side" data-of="after">
        <figcaption>{after}</figcaption>
        {is(draft) ? (
          <VersionFrame
            title={words.frameOf(after)}
            program={draft}
            pageId={pageId}
            shopData={shopData}
            scheme={scheme}
            marks={marksOf(blocks, 'after')}
          />
        ) : (
          <p className="st-sides__none">{words.notThere}</p>
        )}
      </figure>
    </div>
  )
}

/** What was added is marked where it is new, what is gone where it was, all else on both sides. */
function marksOf(blocks: readonly BlockChange[], side: 'before' | 'after'): ReadonlyMap<NodeId, Mark> {
  const absent = side === 'before' ? 'added' : 'removed'
  return new Map(blocks.filter(({ kind }) => kind !== absent).map((block) => [block.nodeId, lookOf(block)]))
}
