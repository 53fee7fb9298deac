import type { CompiledPage, CompiledProgram } from '#model/compiled-program.ts'
import type { PageId } from '#model/ids.ts'
import type { ToFrame } from './frame/protocol.ts'
import { createNodeStore, type NodeStore } from './node-store.ts'
import { createStore, type Store } from './store.ts'

export type PageFacts = Omit<CompiledPage, 'nodes'>

/** What a program is besides its nodes. */
export interface ProgramFacts extends Pick<CompiledProgram, 'name' | 'language' | 'theme' | 'homePageId' | 'tabs'> {
  readonly pages: ReadonlyMap<PageId, PageFacts>
}

/** A program that changes under those who look at it. */
export interface ProgramState {
  readonly nodes: NodeStore
  readonly facts: Store<ProgramFacts>
  /** Costs what the patch holds. Nodes first, so that nobody sees a page ask for a node that is not there yet. */
  apply(patch: Extract<ToFrame, { kind: 'patch' }>): void
}

export function createProgramState(program: CompiledProgram): ProgramState {
  const nodes = createNodeStore(program.pages.flatMap((page) => Object.values(page.nodes)))
  const { name, language, theme, homePageId, tabs } = program
  const pages = new Map(program.pages.map(({ nodes: _nodes, ...page }) => [page.id, page]))
  const facts = createStore<ProgramFacts>({ name, language, theme, homePageId, tabs, pages })
  return {
    nodes,
    facts,
    apply(patch) {
      nodes.apply(patch.changed, patch.removed)
      const { theme, name, language, tabs, homePageId } = patch
      const changedPages = patch.pages ?? []
      const removedPages = patch.removedPages ?? []
      const present = facts.get()
      const pagesChanged = changedPages.length + removedPages.length > 0
      if (!pagesChanged && !theme && !tabs && name === undefined && language === undefined && homePageId === undefined)
        return
      const pages = pagesChanged ? new Map(present.pages) : present.pages
      if (pages instanceof Map) {
        for (const id of removedPages) pages.delete(id)
        for (const page of changedPages) pages.set(page.id, page)
      }
      facts.set({
        pages,
        theme: theme ?? present.theme,
        tabs: tabs ?? present.tabs,
        name: name ?? present.name,
        language: language ?? present.language,
        homePageId: homePageId ?? present.homePageId,
      })
    },
  }
}
