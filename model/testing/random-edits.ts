/**
 * Several people editing one program at random, some of them offline for a while. Everything follows from the seed.
 */
import * as Y from 'yjs'
import type { NodeId, PageId, ParentId } from '../ids.ts'
import { detachInstance, insertSectionInstance } from '../operations/place-section.ts'
import { resetOverride } from '../operations/override-part.ts'
import { createSectionFrom, deleteSection, renameSection, restoreSection } from '../operations/sections.ts'
import { instanceType, overrideKey, overridesOf, partPath } from '../section-instance.ts'
import { duplicateNode } from '../operations/duplicate-node.ts'
import {
  addCodeBlock,
  placeCodeBlock,
  removeCodeBlock,
  renameCodeBlock,
  restoreCodeBlock,
  setCodeBlockSource,
} from '../operations/code-blocks.ts'
import { insertNode, insertNodes } from '../operations/insert-node.ts'
import { moveNode } from '../operations/move-node.ts'
import { addPage, changePage, movePage, removePage, restorePage } from '../operations/pages.ts'
import type { Target } from '../operations/place-node.ts'
import { removeNode, restoreNode } from '../operations/remove-node.ts'
import { setProp, setText } from '../operations/set-prop.ts'
import type { NodeSpec } from '../program-spec.ts'
import { setName, setTheme } from '../operations/set-theme.ts'
import type { Program } from '../program.ts'
import type { Random } from '../random.ts'
import { transact } from '../transact.ts'
import { createUndo } from '../undo.ts'
import type { Undo } from '../undo.ts'
import { docOf, peerWith, seededRandom, sync } from './peers.ts'

const mostRows = 60

export interface RandomEdits {
  readonly peers: readonly Program[]
  /** What was done so far, for the message of a failing test. */
  readonly log: readonly string[]
  /** Nodes that nobody deleted, and whose creation nobody took back: they must be there when all have synced. */
  readonly mustBeThere: ReadonlySet<NodeId>
  /** Somebody closes the program and opens it again from what their browser kept, also while offline: another client, the same work. */
  reload(): { readonly before: Program; readonly after: Program }
  /** @returns the peers whose program may have changed */
  step(): readonly Program[]
  syncAll(): void
}

/** @param further - does one more kind of edit, a third of the time. @returns what it did, for the log */
export function startRandomEdits(
  seed: number,
  further?: (peer: Program, random: Random) => string,
  start = 'home(a(b(c) d/left(e)) f j=$s) second(g(h) i k=$s) $s(l(m) n)',
): RandomEdits {
  const random = seededRandom(seed)
  const state = Y.encodeStateAsUpdate(docOf(start))
  const count = 3 + Math.floor(random() * 3)
  const copies = new Map<Program, Uint8Array[]>()
  /** Has a browser keep what happens to this one, as the editor does: a row for each update, now and then all in one. */
  const kept = (peer: Program, rows: Uint8Array[]): Program => {
    copies.set(peer, rows)
    peer.doc.on('update', (update: Uint8Array) => {
      if (rows.push(update) > mostRows) rows.splice(0, rows.length, Y.encodeStateAsUpdate(peer.doc))
    })
    return peer
  }
  const peers = Array.from({ length: count }, (_, at) => kept(peerWith(state, at + 1, seed), [state]))
  const undos = new Map<Program, Undo>(peers.map((peer) => [peer, createUndo(peer)]))
  const offline = new Set<Program>()
  const log: string[] = []
  const known = new Set<NodeId>(nodesIn(peers[0]!))
  const mayBeGone = new Set<NodeId>()

  const pick = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)]
  const anyTarget = (peer: Program): Target => {
    const pages: ParentId[] = [...peer.pages(), ...peer.sections()].map((page) => page.id)
    const parentId = (random() < 0.3 ? pick(pages) : pick<ParentId>([...pages, ...nodesIn(peer)]))!
    const slot = random() < 0.8 ? 'main' : 'left'
    return { parentId, slot, index: Math.floor(random() * (peer.children(parentId, slot).length + 2)) }
  }

  function edit(peer: Program): string {
    const nodes = nodesIn(peer)
    const id = pick(nodes)
    const pageId = pick(peer.pages())!.id
    const dice = random()
    const spec = (): NodeSpec => ({
      type: 'box',
      props: { text: 'new', n: 1 },
      slots: random() < 0.3 ? { main: [{ type: 'box' }] } : {},
    })
    const facts = { isSharedText: (_: string, prop: string) => prop === 'text' }
    if (id === undefined || dice < 0.16 - nodes.length / 1500) {
      const to = anyTarget(peer)
      insertNode(peer, { ...spec(), to }, facts)
      return `insert ${place(to)}`
    }
    if (dice < 0.5) {
      const to = anyTarget(peer)
      return `move ${id} ${place(to)} ${moveNode(peer, id, to).ok}`
    }
    if (dice < 0.58) {
      removeNode(peer, id)
      return `remove ${id}`
    }
    if (dice < 0.6 && nodes.length < 150) {
      duplicateNode(peer, id)
      return `duplicate ${id}`
    }
    if (dice < 0.64) {
      const trashed = pick([...peer.index.trashRoots()])
      if (trashed) restoreNode(peer, trashed)
      return `restore ${trashed}`
    }
    if (dice < 0.7) {
      const value = pick([1, 'two', { three: [3] }, null, undefined])
      setProp(peer, id, pick(['n', 'colour', 'label'])!, value)
      return `set ${id} ${JSON.stringify(value)}`
    }
    if (dice < 0.76) {
      setText(peer, id, 'text', `${peer.node(id)?.props.text ?? ''}${Math.floor(random() * 10)}`.slice(-12))
      return `type ${id}`
    }
    if (dice < 0.78) return `page ${addPage(peer, { title: 'Page', index: Math.floor(random() * 4) })}`
    if (dice < 0.8) return `move page ${pageId} ${movePage(peer, pageId, Math.floor(random() * 4)).ok}`
    if (dice < 0.82) return `remove page ${pageId} ${removePage(peer, pageId).ok}`
    if (dice < 0.83) {
      const trashed = pick([...peer.index.pages.trash.keys()]) as PageId | undefined
      if (trashed) restorePage(peer, trashed)
      return `restore page ${trashed}`
    }
    if (dice < 0.84) return `change page ${changePage(peer, pageId, { slug: pick(['', 'x', 'y'])!, title: 'T' }).ok}`
    if (dice < 0.845) {
      const { tab } = peer.page(pageId)!
      const label = `${Math.floor(random() * 10)}${tab?.label ?? ''}`.slice(0, 12)
      const next = random() < 0.2 ? null : { label, icon: random() < 0.7 ? (tab?.icon ?? 'home') : 'bag' }
      return `tab of ${pageId} ${JSON.stringify(next)} ${changePage(peer, pageId, { tab: next }).ok}`
    }
    if (dice < 0.847) {
      setName(peer, `${Math.floor(random() * 10)}${peer.name}`.slice(0, 12))
      return `name ${peer.name}`
    }
    if (dice < 0.85) {
      const title = `${Math.floor(random() * 10)}${peer.page(pageId)?.title}`.slice(0, 12)
      return `title of ${pageId} ${changePage(peer, pageId, { title }).ok}`
    }
    if (dice < 0.86) {
      setTheme(peer, { accent: `#${Math.floor(random() * 1e6)}` })
      return 'theme'
    }
    if (dice >= 0.88 && dice < 0.96) return editSection(peer, id)
    if (dice < 0.88) {
      const to = anyTarget(peer)
      insertNodes(peer, [spec(), spec(), spec()], to, facts)
      return `paste ${place(to)}`
    }
    if (dice < 0.975) return editList(peer, id)
    if (dice < 0.98) return editCode(peer)
    setProp(peer, id, 'n', Math.floor(random() * 100))
    return `count ${id}`
  }

  /** As an inspector does: of all the items that are seen, one is changed, comes, goes or moves. */
  function editList(peer: Program, id: NodeId): string {
    const stored = peer.node(id)?.props.items
    const seen = Array.isArray(stored) ? (stored as { label: string; n: number }[]) : [{ label: 'first', n: 0 }]
    const at = Math.floor(random() * seen.length)
    const item = seen[at]
    const others = seen.toSpliced(at, 1)
    const dice = random()
    const next =
      !item || (dice < 0.25 && seen.length < 8)
        ? seen.toSpliced(at, 0, { label: `new ${known.size}`, n: 0 })
        : dice < 0.35
          ? others
          : dice < 0.5
            ? others.toSpliced(Math.floor(random() * seen.length), 0, item)
            : dice < 0.8
              ? seen.with(at, { ...item, label: `${Math.floor(random() * 10)}${item.label}`.slice(0, 12) })
              : seen.with(at, { ...item, n: Math.floor(random() * 100) })
    setProp(peer, id, 'items', dice < 0.99 ? next : undefined, { seen, isText: (field) => field === 'label' })
    return `list ${id} ${JSON.stringify(next)}`
  }

  function editCode(peer: Program): string {
    const block = pick(peer.codeBlocks())
    const dice = random()
    if (!block || dice < 0.2) return `code ${addCodeBlock(peer, { name: 'Code', source: 'one\ntwo\n' })}`
    if (dice < 0.3) return `remove code ${block.id} ${removeCodeBlock(peer, block.id).ok}`
    if (dice < 0.4) return `restore code ${block.id} ${restoreCodeBlock(peer, block.id).ok}`
    if (dice < 0.5) return `rename code ${block.id} ${renameCodeBlock(peer, block.id, `Code ${random()}`).ok}`
    if (dice < 0.7) return `place code ${block.id} ${placeCodeBlock(peer, block.id, anyTarget(peer)).ok}`
    const source = `${Math.floor(random() * 10)}${block.source}`.slice(0, 40)
    return `write code ${block.id} ${setCodeBlockSource(peer, block.id, source).ok}`
  }

  function editSection(peer: Program, id: NodeId): string {
    const dice = random()
    const sectionId = pick(peer.sections())?.id
    const instance = pick(nodesIn(peer).filter((each) => peer.node(each)?.type === instanceType))
    if (sectionId === undefined || dice < 0.12) {
      const place = peer.node(id)!.place
      const ids = peer.children(place.parentId, place.slot).slice(0, 2)
      return `section of ${ids.join()} ${createSectionFrom(peer, ids, 'Section').ok}`
    }
    if (instance === undefined || dice < 0.35) {
      const to = anyTarget(peer)
      return `place ${sectionId} ${place(to)} ${insertSectionInstance(peer, sectionId, to).ok}`
    }
    if (dice < 0.42) return `detach ${instance} ${detachInstance(peer, instance).ok}`
    if (dice < 0.47) return `delete section ${sectionId} ${deleteSection(peer, sectionId).ok}`
    if (dice < 0.5) return `restore section ${sectionId} ${restoreSection(peer, sectionId).ok}`
    if (dice < 0.53) return `rename section ${sectionId} ${renameSection(peer, sectionId, 'Named').ok}`
    const props = peer.node(instance)?.props ?? {}
    const set = pick(overridesOf(props))
    if (set && dice < 0.6) return `reset ${resetOverride(peer, instance, overrideKey(set.path, set.prop)).ok}`
    const inner = pick(nodesIn(peer).filter((each) => peer.section(peer.pageOf(each)!)))
    const key = overrideKey(partPath(inner ?? id), pick(['n', 'text', '$hidden'])!)
    if (key.endsWith('text')) {
      const words = `${Math.floor(random() * 10)}${props[key] ?? 'words'}`.slice(0, 12)
      return `type over ${instance} ${key} ${words} ${setText(peer, instance, key, words, 'words').ok}`
    }
    setProp(peer, instance, key, key.endsWith('n') && !key.endsWith('hidden') ? Math.floor(random() * 50) : true)
    return `override ${instance} ${key}`
  }

  let reloads = 0
  function reload() {
    const at = Math.floor(random() * peers.length)
    const before = peers[at]!
    const rows = copies.get(before)!
    const doc = new Y.Doc()
    // Rows of several tabs come in no particular order.
    doc.transact(() => rows.toReversed().forEach((row) => Y.applyUpdate(doc, row)))
    const after = kept(peerWith(Y.encodeStateAsUpdate(doc), 1000 + ++reloads, seed), rows.slice())
    peers[at] = after
    undos.set(after, createUndo(after))
    if (offline.delete(before)) offline.add(after)
    log.push(`${before.doc.clientID} reloads as ${after.doc.clientID}`)
    return { before, after }
  }

  function step(): readonly Program[] {
    const dice = random()
    if (dice < 0.25) {
      const online = peers.filter((peer) => !offline.has(peer))
      const pair = [pick(online), pick(online)].filter((peer) => peer !== undefined)
      sync(...pair)
      log.push(`sync ${pair.map((peer) => peer.doc.clientID).join()}`)
      return pair
    }
    const peer = pick(peers)!
    if (dice < 0.28) {
      if (offline.has(peer)) offline.delete(peer)
      else offline.add(peer)
      log.push(`${peer.doc.clientID} ${offline.has(peer) ? 'offline' : 'online'}`)
      return []
    }
    const before = nodesIn(peer)
    const undo = undos.get(peer)
    const kind = random()
    let what = ''
    const run = () => {
      what = further && random() < 1 / 3 ? further(peer, random) : edit(peer)
    }
    if (kind < 0.08) what = `undo ${undo?.undo()}`
    else if (kind < 0.13) what = `redo ${undo?.redo()}`
    else if (kind < 0.3) run()
    else transact(peer, { by: 'command', name: 'random' }, run)
    const now = new Set(nodesIn(peer))
    for (const id of now) known.add(id)
    for (const id of before) if (!now.has(id)) mayBeGone.add(id)
    log.push(`${peer.doc.clientID} ${what}`)
    return [peer]
  }

  return {
    peers,
    log,
    get mustBeThere() {
      return new Set([...known].filter((id) => !mayBeGone.has(id)))
    },
    reload,
    step,
    syncAll() {
      sync(...peers)
      log.push('sync all')
    },
  }
}

export function nodesIn(program: Program): NodeId[] {
  const found: NodeId[] = [...program.pages(), ...program.sections()].flatMap((root) => program.children(root.id))
  for (let at = 0; at < found.length; at++) found.push(...program.children(found[at]!))
  return found
}

function place({ parentId, slot, index }: Target): string {
  return `${parentId}/${slot}#${index}`
}
