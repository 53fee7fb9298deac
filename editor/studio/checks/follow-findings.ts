import { createStore, type StoreApi } from 'zustand/vanilla'
import type { CodeBlockId, NodeId, PageId, ParentId, Program } from '#model/index.ts'
import { codeBlockOf, pageSlot, sectionOf, type SectionId } from '#model/index.ts'
import { compileTheme } from '#compiler/index.ts'
import { nodesOf } from '../session/nodes-of.ts'
import type { StudioSession } from '../session/studio-session.ts'
import { checkNode, type NodeSurroundings } from '#compiler/checks/check-node.ts'
import { checkOverrides } from './check-overrides.ts'
import { checkCode } from '../code-blocks/check-code.ts'
import type { OwnBlock } from '../code-blocks/own-blocks.ts'
import { checkProgram } from '#compiler/checks/check-program.ts'
import type { Finding } from '#compiler/checks/finding.ts'
import { rememberBy } from '#compiler/checks/remember-by.ts'
import { sampleTexts } from './sample-texts.ts'

/** The same for the same theme: what is found wrong with it is remembered by it. */
const compiledThemeOf = rememberBy(compileTheme)

export interface FindingsFollower {
  readonly store: StoreApi<readonly Finding[]>
  stop(): void
}

/** Nodes looked at before the screen gets its turn. */
const SLICE = 400

/**
 * Keeps the list of findings up to date without being felt: only blocks that changed are looked at again, in idle time
 * and in slices, whatever the size of the program. Errors come first, then in the order of pages and blocks.
 * @param later - runs something when the screen has nothing better to do
 */
export function followFindings(
  session: Pick<StudioSession, 'program' | 'compiler' | 'blocks' | 'shop' | 'ownBlocks'>,
  later: (run: () => void) => () => void,
): FindingsFollower {
  const { program, compiler, blocks, shop, ownBlocks } = session
  const store = createStore<readonly Finding[]>(() => [])
  const found = new Map<NodeId, readonly Finding[]>()
  const types = new Map<string, number>()
  const typeOf = new Map<NodeId, string>()
  const dirty = new Set<NodeId>()
  const unseen = new Set<NodeId>()
  /** Which section each place stood for when it was looked at. */
  const placed = new Map<NodeId, SectionId>()
  const shownSections = new Set<SectionId>()
  const samples = sampleTexts(blocks)
  let known = knownOf(session, samples)
  let facts = pageFacts(program)
  let cancel: (() => void) | undefined

  const soon = () => {
    cancel ??= later(() => {
      cancel = undefined
      slice()
    })
  }
  const all = () => {
    known = knownOf(session, samples)
    facts = pageFacts(program)
    for (const id of nodesOf(program)) dirty.add(id)
    soon()
  }

  function slice(): void {
    let left = SLICE
    for (const id of dirty) {
      if (left-- === 0) return soon()
      dirty.delete(id)
      look(id)
    }
    store.setState(listed(), true)
  }

  function look(id: NodeId): void {
    const findings = findingsOf(id)
    if (findings.length > 0) found.set(id, findings)
    else found.delete(id)
  }

  function findingsOf(id: NodeId): readonly Finding[] {
    const node = program.node(id)
    const pageId = program.pageOf(id)
    const isSeen = node !== undefined && pageId !== undefined && !isNeverSeen(session, id, pageId)
    count(id, isSeen ? node.type : undefined)
    lookAtSection(id, node && sectionOf(node))
    // What hides something, hides all in it.
    if (isSeen === unseen.has(id)) for (const child of program.children(id)) dirty.add(child)
    if (isSeen) unseen.delete(id)
    else unseen.add(id)
    // What is wrong with its code is said once, for all places where it stands.
    if (!isSeen || hasMistake(node.type)) return []
    const problem = compiler.node(id)?.problem?.code
    const widthShare = widthShareOf(program, id)
    return [
      ...checkNode(
        { id, type: node.type, pageId, widthShare, props: node.props, problem },
        blocks.find(node.type),
        known,
      ),
      ...(sectionOf(node) === undefined ? [] : checkOverrides(session, node, pageId, widthShare, known)),
    ]
  }

  /** The blocks of a section are published where the section stands; with its first place they come to count. */
  function lookAtSection(place: NodeId, now: SectionId | undefined): void {
    const before = placed.get(place)
    if (now === undefined) placed.delete(place)
    else placed.set(place, now)
    for (const id of new Set([before, now])) {
      if (id === undefined || isShownSomewhere(session, id) === shownSections.has(id)) continue
      if (!shownSections.delete(id)) shownSections.add(id)
      for (const child of program.children(id, pageSlot)) dirty.add(child)
    }
  }

  function count(id: NodeId, type: string | undefined): void {
    const before = typeOf.get(id)
    if (before === type) return
    if (before !== undefined) types.set(before, (types.get(before) ?? 1) - 1)
    if (type === undefined) typeOf.delete(id)
    else {
      typeOf.set(id, type)
      types.set(type, (types.get(type) ?? 0) + 1)
    }
  }

  function hasMistake(type: string): boolean {
    const codeBlock = codeBlockOf(type)
    return codeBlock !== undefined && (ownBlocks.store.getState().get(codeBlock)?.problems.length ?? 0) > 0
  }

  function listed(): readonly Finding[] {
    const ofProgram = checkProgram({
      pages: program.pages(),
      isEmpty: (pageId) => program.children(pageId, pageSlot).length === 0,
      theme: compiledThemeOf(program.theme),
      shop: shop.getState().data ?? undefined,
      uses: (type) => (types.get(type) ?? 0) > 0,
    })
    const ofCode = checkCode(program.codeBlocks(), ownBlocks.store.getState(), (type) => (types.get(type) ?? 0) > 0)
    const turn = new Map(program.pages().map(({ id }, at) => [id, at]))
    const pageTurn = (finding: Finding) => (finding.pageId === undefined ? -1 : (turn.get(finding.pageId) ?? turn.size))
    return [...ofProgram, ...ofCode, ...[...found.values()].flat()].toSorted(
      (a, b) => Number(a.level === 'warning') - Number(b.level === 'warning') || pageTurn(a) - pageTurn(b),
    )
  }

  const stopProgram = program.subscribe(({ nodes, removed, pages, theme }) => {
    if (pages.size > 0 && pageFacts(program) !== facts) return all()
    for (const id of nodes) {
      dirty.add(id)
      // What a place says is held against what its section says.
      const section = sectionAt(program, program.pageOf(id))
      if (section !== undefined) for (const place of program.instancesOf(section)) dirty.add(place)
    }
    for (const id of removed) dirty.add(id)
    if (theme || pages.size > 0 || dirty.size > 0) soon()
  })
  const stopShop = shop.subscribe(all)
  const stopCode = ownBlocks.store.subscribe((now, before) => {
    if (saysOf(now) !== saysOf(before)) all()
  })
  all()
  return {
    store,
    stop() {
      cancel?.()
      stopProgram()
      stopShop()
      stopCode()
    },
  }
}

/** What is wrong with code blocks: changes with mistakes, not with every letter. */
function saysOf(blocks: ReadonlyMap<CodeBlockId, OwnBlock>): string {
  return JSON.stringify([...blocks].map(([id, { problems, good }]) => [id, problems, good === undefined]))
}

/**
 * On a hidden page, in a section that stands nowhere, hidden itself or in something hidden: it is not published, so
 * nothing is wrong with it yet.
 */
function isNeverSeen(
  session: Pick<StudioSession, 'program' | 'compiler'>,
  id: NodeId,
  pageId: PageId,
  within: ReadonlySet<SectionId> = new Set(),
): boolean {
  const { program, compiler } = session
  if (program.page(pageId)?.isHidden) return true
  const section = sectionAt(program, pageId)
  if (section !== undefined && !isShownSomewhere(session, section, within)) return true
  for (let at: NodeId | undefined = id; at !== undefined;) {
    if (compiler.node(at)?.showWhen?.hidden) return true
    const parentId: ParentId | undefined = program.node(at)?.place.parentId
    at = parentId !== undefined && parentId !== pageId ? (parentId as NodeId) : undefined
  }
  return false
}

function sectionAt(program: Program, root: PageId | undefined): SectionId | undefined {
  return root === undefined ? undefined : program.section(root)?.id
}

/** @param within - sections that stand in this one: one that stands in itself is cut there */
function isShownSomewhere(
  session: Pick<StudioSession, 'program' | 'compiler'>,
  id: SectionId,
  within: ReadonlySet<SectionId> = new Set(),
): boolean {
  const { program } = session
  if (within.has(id)) return false
  const inner = new Set([...within, id])
  return [...program.instancesOf(id)].some((place) => {
    const root = program.pageOf(place)
    return root !== undefined && !isNeverSeen(session, place, root, inner)
  })
}

/** Two columns are the usual case, and three on a phone are narrower still. */
function widthShareOf(program: Program, id: NodeId): number {
  let share = 1
  for (let at = program.node(id)?.place.parentId; at !== undefined;) {
    const container = program.node(at as NodeId)
    if (container?.type === 'columns') share /= 2
    at = container?.place.parentId
  }
  return share
}

/** What blocks are held against; that something else stands on a page changes nothing for them. */
function pageFacts(program: Program): string {
  return program
    .pages()
    .map(({ id, isHidden }) => `${id}${isHidden ? '-' : '+'}`)
    .join()
}

function knownOf(
  { program, shop }: Pick<StudioSession, 'program' | 'shop'>,
  samples: ReadonlySet<string>,
): NodeSurroundings {
  const { data } = shop.getState()
  return {
    pageIds: program.pages().map(({ id }) => id),
    serviceIds: data?.services.map(({ id }) => id),
    categoryIds: data?.menu.categories.map(({ id }) => id),
    dishIds: data?.menu.dishes.map(({ id }) => id),
    couponIds: data?.coupons.map(({ id }) => id),
    nowMs: Date.now(),
    hiddenPageIds: new Set(program.pages().flatMap(({ id, isHidden }) => (isHidden ? [id] : []))),
    samples,
  }
}
