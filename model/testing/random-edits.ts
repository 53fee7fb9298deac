/**
 * Several people editing one program at random, some of them offline for a while. Everything follows from the seed.
 */
import * as Y from 'yjs'
import type { NodeId, PageId, ParentId } from '../ids.ts'
import { duplicateNode } from '../operations/duplicate-node.ts'
import { insertNode, insertNodes } from '../operations/insert-node.ts'
import { moveNode } from '../operations/move-node.ts'
import { addPage, changePage, movePage, removePage, restorePage } from '../operations/pages.ts'
import type { Target } from '../operations/place-node.ts'
import { removeNode, restoreNode } from '../operations/remove-node.ts'
import { setProp, setText } from '../operations/set-prop.ts'
import type { NodeSpec } from '../program-spec.ts'
import { setTheme } from '../operations/set-theme.ts'
import type { Program } from '../program.ts'
import { transact } from '../transact.ts'
import { createUndo } from '../undo.ts'
import type { Undo } from '../undo.ts'
import { docOf, peerWith, seededRandom, sync } from './peers.ts'

export interface RandomEdits {
  readonly peers: readonly Program[]
  /** What was done so far, for the message of a failing test. */
  readonly log: readonly string[]
  /** Nodes that nobody deleted, and whose creation nobody took back: they must be there when all have synced. */
  readonly mustBeThere: ReadonlySet<NodeId>
  /** @returns the peers whose program may have changed */
  step(): readonly Program[]
  syncAll(): void
}

export function startRandomEdits(seed: number, start = 'home(a(b(c) d/left(e)) f) second(g(h) i)'): RandomEdits {
  const random = seededRandom(seed)
  const state = Y.encodeStateAsUpdate(docOf(start))
  const count = 3 + Math.floor(random() * 3)
  const peers = Array.from({ length: count }, (_, at) => peerWith(state, at + 1, seed))
  const undos = new Map<Program, Undo>(peers.map((peer) => [peer, createUndo(peer)]))
  const offline = new Set<Program>()
  const log: string[] = []
  const known = new Set<NodeId>(nodesIn(peers[0]!))
  const mayBeGone = new Set<NodeId>()

  const pick = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)]
  const anyTarget = (peer: Program): Target => {
    const pages: ParentId[] = peer.pages().map((page) => page.id)
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
    if (dice < 0.85) return `change page ${changePage(peer, pageId, { slug: pick(['', 'x', 'y'])!, title: 'T' }).ok}`
    if (dice < 0.86) {
      setTheme(peer, { accent: `#${Math.floor(random() * 1e6)}` })
      return 'theme'
    }
    if (dice < 0.88) {
      const to = anyTarget(peer)
      insertNodes(peer, [spec(), spec(), spec()], to, facts)
      return `paste ${place(to)}`
    }
    setProp(peer, id, 'n', Math.floor(random() * 100))
    return `count ${id}`
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
      what = edit(peer)
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
    step,
    syncAll() {
      sync(...peers)
      log.push('sync all')
    },
  }
}

export function nodesIn(program: Program): NodeId[] {
  const found: NodeId[] = program.pages().flatMap((page) => program.children(page.id))
  for (let at = 0; at < found.length; at++) found.push(...program.children(found[at]!))
  return found
}

function place({ parentId, slot, index }: Target): string {
  return `${parentId}/${slot}#${index}`
}
