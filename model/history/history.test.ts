import * as Y from 'yjs'
import { expect, test } from 'vitest'
import type { PageId } from '../ids.ts'
import type { Program } from '../program.ts'
import { openProgram } from '../program.ts'
import { readTree } from '../read-tree.ts'
import { setContentOnly, setLock } from '../locks/locks.ts'
import { changeText } from '../operations/change-text.ts'
import { insertNode } from '../operations/insert-node.ts'
import { moveNode } from '../operations/move-node.ts'
import { addPage, changePage, removePage } from '../operations/pages.ts'
import { removeNode } from '../operations/remove-node.ts'
import { renameSection } from '../operations/sections.ts'
import { setProp, setText } from '../operations/set-prop.ts'
import { setName, setTheme } from '../operations/set-theme.ts'
import { nodesIn, startRandomEdits } from '../testing/random-edits.ts'
import { docOf, node, page, peersOf, seededRandom, sync, textOf } from '../testing/peers.ts'
import { transact } from '../transact.ts'
import { createUndo } from '../undo.ts'
import type { Change } from './change.ts'
import { compareDocs } from './compare-docs.ts'
import { restoreVersion } from './restore-version.ts'
import { canInsist, revertChange } from './revert-change.ts'
import type { RevertRefusal } from './revert-change.ts'

/** The document as it is now, for itself. */
function frozen({ doc }: Program): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

/** What everybody reads, apart from what M70 leaves as it is: locks, and sections that are no longer offered. */
function read(doc: Y.Doc) {
  const { nodes, children, pages, sections, name, language, theme } = readTree(doc)
  const told = [...nodes.values()].map(({ id, type, props, showWhen, place }) => ({
    id,
    type,
    // A text that had not begun is empty after it.
    props: Object.fromEntries(Object.entries(props).filter(([, value]) => value !== '')),
    showWhen: showWhen ?? {},
    place,
  }))
  const offered = sections.filter(({ isDeleted }) => !isDeleted)
  const deleted = new Set<string>(sections.flatMap(({ id, isDeleted }) => (isDeleted ? [id] : [])))
  const lists = [...children].filter(([id]) => !deleted.has(id)).sort(([a], [b]) => (a < b ? -1 : 1))
  return { nodes: told.sort((a, b) => (a.id < b.id ? -1 : 1)), lists, pages, offered, name, language, theme }
}

const edit = (program: Program, run: () => unknown) => transact(program, { by: 'command', name: 'test' }, run)

/** What one edit changed, with the two states around it. */
function changesBy(program: Program, run: () => unknown) {
  const before = frozen(program)
  edit(program, run)
  const after = frozen(program)
  return { before, after, changes: compareDocs(before, after) }
}

const told = (changes: readonly Change[]) =>
  changes.map((change) => ('nodeId' in change ? `${change.what} ${change.nodeId}` : change.what))

for (const seed of [1, 2, 3, 4, 5, 6])
  test(`[M70] seed ${seed}: any earlier state is restored in one step, with others’ edits merged, and undone`, () => {
    const edits = startRandomEdits(seed)
    const [ann, bo] = edits.peers as [Program, Program]
    const versions: Y.Doc[] = []
    try {
      for (let step = 0; step < 160; step++) {
        edits.step()
        if (step % 25 === 10) versions.push(frozen(ann))
      }
      edits.syncAll()
      const undo = createUndo(ann)
      const random = seededRandom(seed)
      for (let round = 0; round < 6; round++) {
        const version = versions[Math.floor(random() * versions.length)]!
        const present = read(ann.doc)
        const steps = undo.undoSteps.length
        edit(ann, () => restoreVersion(ann, version))
        expect(read(ann.doc), 'restored').toEqual(read(version))
        if (undo.undoSteps.length === steps) continue // it was that already
        undo.undo()
        expect(read(ann.doc), 'undone').toEqual(present)
        undo.redo()
        expect(read(ann.doc), 'redone').toEqual(read(version))
        sync(ann, bo)
        expect(textOf(bo)).toBe(textOf(ann))
      }
    } catch (error) {
      throw new Error(`seed ${seed}: ${error}\nafter:\n${edits.log.join('\n')}`, { cause: error })
    }
  })

for (const seed of [11, 12, 13, 14, 15, 16])
  test(`[M71] seed ${seed}: with all changes of a step taken back, the program is what it was`, () => {
    const edits = startRandomEdits(seed)
    try {
      for (let step = 0; step < 120; step++) {
        const before = edits.peers.map(frozen)
        const [peer, other] = edits.step()
        if (!peer || other) continue
        // Who stands where they could not stay is shown elsewhere: one edit then moves several, which only go back together.
        if ([before[edits.peers.indexOf(peer)]!, peer.doc].some((doc) => readTree(doc).repaired.size > 0)) continue
        const at = edits.peers.indexOf(peer)
        const copy = openProgram(frozen(peer))
        const options = { before: before[at]!, after: frozen(peer) }
        const changes = compareDocs(options.before, options.after)
        const outcomes = changes.map((change) => revertChange(copy, change, options))
        expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason !== 'already')).toEqual([])
        expect(compareDocs(options.before, copy.doc).filter((change) => !isEmptyText(change))).toEqual([])
        copy.destroy()
      }
    } catch (error) {
      throw new Error(`seed ${seed}: ${error}\nafter:\n${edits.log.slice(-30).join('\n')}`, { cause: error })
    }
  })

for (const seed of [21, 22, 23, 24])
  test(`[M71] seed ${seed}: an earlier change is taken back though others built on it, alike for all, and their work stays`, () => {
    const edits = startRandomEdits(seed)
    const earlier: { change: Change; before: Y.Doc; after: Y.Doc }[] = []
    const random = seededRandom(seed)
    let takenBack = 0
    try {
      for (let step = 0; step < 180; step++) {
        const before = edits.peers.map(frozen)
        const [peer, other] = edits.step()
        if (!peer || other) continue
        const states = { before: before[edits.peers.indexOf(peer)]!, after: frozen(peer) }
        for (const change of compareDocs(states.before, states.after)) earlier.push({ change, ...states })
        if (step % 6 !== 5 || earlier.length < 20) continue

        edits.syncAll()
        const one = edits.peers[0]!
        const now = frozen(one)
        const { change, ...around } = earlier[Math.floor(random() * (earlier.length - 10))]!
        const outcome = revertChange(one, change, around)
        edits.syncAll()
        for (const each of edits.peers) expect(textOf(each)).toBe(textOf(one))
        for (const each of edits.peers) expect(compareDocs(each.doc, one.doc)).toEqual([])
        if (!outcome.ok) {
          expect(compareDocs(now, one.doc)).toEqual([])
          continue
        }
        takenBack++
        expectKept(one, change, { ...around, now })
      }
      expect(takenBack).toBeGreaterThan(3)
    } catch (error) {
      throw new Error(`seed ${seed}: ${error}\nafter:\n${edits.log.slice(-30).join('\n')}`, { cause: error })
    }
  })

/** What was written after the change, apart from the value that it changed itself, reads as before it was taken back. */
function expectKept(
  program: Program,
  reverted: Change,
  { after, now }: { readonly after: Y.Doc; readonly now: Y.Doc },
): void {
  for (const later of compareDocs(after, now)) {
    if (later.what === 'block-added' && program.node(later.nodeId) === undefined)
      throw new Error(`${later.nodeId} was added later and is gone with ${JSON.stringify(reverted)}`)
    if (later.what !== 'prop' || !program.node(later.nodeId)) continue
    const isItself = reverted.what === 'prop' && reverted.nodeId === later.nodeId && reverted.prop === later.prop
    if (!isItself) expect(program.node(later.nodeId)?.props[later.prop]).toEqual(later.after)
  }
  if (reverted.what !== 'prop') return
  const was = openProgram(now)
  const untouched = isSame(was.node(reverted.nodeId)?.props[reverted.prop], reverted.after)
  if (untouched) expect(program.node(reverted.nodeId)?.props[reverted.prop] ?? '').toEqual(reverted.before ?? '')
  was.destroy()
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** A text that had not begun is empty after it. */
function isEmptyText(change: Change): boolean {
  return change.what === 'prop' && change.before === undefined && change.after === ''
}

test('changes are told as a person would: one drag is one move, and what came inside of something comes with it', () => {
  const [ann] = peersOf('home(a b c d e) second(f)')
  expect(told(changesBy(ann, () => moveNode(ann, node('a'), to('home', 4))).changes)).toEqual(['block-moved a'])
  expect(told(changesBy(ann, () => removePage(ann, page('second'))).changes)).toEqual(['page-removed'])
  const inserted = changesBy(ann, () => {
    const slots = { main: [{ type: 'box' }, { type: 'box' }] }
    insertNode(ann, { type: 'box', slots, to: to('home', 0) })
  })
  expect(inserted.changes).toMatchObject([{ what: 'block-added', holds: 2, rootId: 'home' }])
  expect(told(changesBy(ann, () => setName(ann, 'Soup')).changes)).toEqual(['meta'])
})

const to = (parentId: string, index: number) => ({ parentId: node(parentId), slot: 'main', index })

test('a change of words is taken back out of a text that somebody else has gone on with', () => {
  const [ann, bo] = peersOf('home(a)')
  setText(ann, node('a'), 'text', 'Beef noodles cost 30')
  const { changes, ...states } = changesBy(ann, () => setText(ann, node('a'), 'text', 'Beef noodles cost 35'))
  sync(ann, bo)
  setText(bo, node('a'), 'text', 'Our best beef noodles cost 35, soup is free')
  sync(ann, bo)
  expect(revertChange(ann, changes[0]!, states).ok).toBe(true)
  expect(ann.node(node('a'))?.props.text).toBe('Our best beef noodles cost 30, soup is free')
  sync(ann, bo)
  expect(bo.node(node('a'))?.props.text).toBe('Our best beef noodles cost 30, soup is free')
})

test('marks come back, and what was typed into a marked stretch stays', () => {
  const [ann] = peersOf('home(a)')
  setText(ann, node('a'), 'text', 'Hot soup')
  const bold = changesBy(ann, () => changeText(ann, node('a'), 'text', [{ retain: 3, attributes: { bold: true } }]))
  changeText(ann, node('a'), 'text', [{ retain: 8 }, { insert: ' daily' }])
  expect(revertChange(ann, bold.changes[0]!, bold).ok).toBe(true)
  expect(ann.node(node('a'))?.props.text).toBe('Hot soup daily')
})

test('of a list, the item and field that was changed goes back; later edits of others in it stay', () => {
  const [ann] = peersOf('home(a)')
  const items = (...labels: readonly string[]) => labels.map((label) => ({ label, price: 1 }))
  setProp(ann, node('a'), 'items', items('Tea', 'Soup'))
  const renamed = changesBy(ann, () => setProp(ann, node('a'), 'items', items('Tea', 'Hot soup')))
  setProp(ann, node('a'), 'items', [{ label: 'Green tea', price: 2 }, ...items('Hot soup', 'Cake')])
  expect(revertChange(ann, renamed.changes[0]!, renamed).ok).toBe(true)
  expect(ann.node(node('a'))?.props.items).toEqual([{ label: 'Green tea', price: 2 }, ...items('Soup', 'Cake')])
})

test('the very same value written again stays, and is said; set back all the same if one asks for it', () => {
  const [ann] = peersOf('home(a)')
  setProp(ann, node('a'), 'size', 's')
  const { changes, ...states } = changesBy(ann, () => setProp(ann, node('a'), 'size', 'm'))
  setProp(ann, node('a'), 'size', 'l')
  expect(revertChange(ann, changes[0]!, states)).toEqual({ ok: false, reason: 'changed-since' })
  expect(ann.node(node('a'))?.props.size).toBe('l')
  expect(revertChange(ann, changes[0]!, { ...states, evenIfChanged: true }).ok).toBe(true)
  expect(ann.node(node('a'))?.props.size).toBe('s')
  expect(revertChange(ann, changes[0]!, states)).toEqual({ ok: false, reason: 'already' })
})

test('words of a plain field merge where the caller says that they are words', () => {
  const [ann] = peersOf('home(a)')
  setProp(ann, node('a'), 'label', 'Beef noodles')
  const { changes, ...states } = changesBy(ann, () => setProp(ann, node('a'), 'label', 'Hot beef noodles'))
  setProp(ann, node('a'), 'label', 'Hot beef noodles, new')
  expect(revertChange(ann, changes[0]!, states)).toEqual({ ok: false, reason: 'changed-since' })
  expect(revertChange(ann, changes[0]!, { ...states, isText: () => true }).ok).toBe(true)
  expect(ann.node(node('a'))?.props.label).toBe('Beef noodles, new')
})

test('a block taken out again leaves what others put or moved into it; one deleted later is gone', () => {
  const [ann] = peersOf('home(a b)')
  const added = changesBy(ann, () => insertNode(ann, { type: 'box', to: to('home', 1) }))
  const box = nodesIn(ann).find((id) => !['a', 'b'].includes(id))!
  moveNode(ann, node('b'), { parentId: box, slot: 'main', index: 0 })
  expect(revertChange(ann, added.changes[0]!, added).ok).toBe(true)
  expect(textOf(ann)).toBe('home(a b)')
  const set = changesBy(ann, () => setProp(ann, node('a'), 'n', 1))
  removeNode(ann, node('a'))
  expect(revertChange(ann, set.changes[0]!, set)).toEqual({ ok: false, reason: 'gone' })
})

test('moves go back behind what the block stood behind; what was moved on stays where it was put', () => {
  const [ann] = peersOf('home(a b c d) second(e)')
  const moved = changesBy(ann, () => moveNode(ann, node('c'), to('second', 0)))
  removeNode(ann, node('b'))
  insertNode(ann, { type: 'box', to: to('home', 0) })
  expect(revertChange(ann, moved.changes[0]!, moved).ok).toBe(true)
  expect(textOf(ann)).toMatch(/^home\(\S+ a c d\) second\(e\)$/)
  const again = changesBy(ann, () => moveNode(ann, node('c'), to('second', 0)))
  moveNode(ann, node('c'), to('e', 0))
  expect(revertChange(ann, again.changes[0]!, again)).toEqual({ ok: false, reason: 'moved-since' })
  const into = changesBy(ann, () => moveNode(ann, node('d'), to('a', 0)))
  removePage(ann, page('home'))
  expect(revertChange(ann, into.changes[0]!, into)).toEqual({ ok: false, reason: 'gone' })
})

test('what something newer stands against goes back all the same if one asks for it, and only that', () => {
  const [ann] = peersOf('home(a b) second(c) $s(d)')
  const section = ann.sections()[0]!.id
  let menu: PageId | undefined
  const cases: readonly [RevertRefusal, earlier: () => unknown, later: () => unknown][] = [
    ['changed-since', () => setProp(ann, node('a'), 'n', 1), () => setProp(ann, node('a'), 'n', 2)],
    ['changed-since', () => setTheme(ann, { accent: '#000000' }), () => setTheme(ann, { accent: '#ffffff' })],
    ['changed-since', () => renameSection(ann, section, 'Offers'), () => renameSection(ann, section, 'Sale')],
    ['moved-since', () => moveNode(ann, node('b'), to('second', 0)), () => moveNode(ann, node('b'), to('c', 0))],
    [
      'holds-later-work',
      () => (menu = addPage(ann, { title: 'Menu' })),
      () => insertNode(ann, { type: 'box', to: { ...to('home', 0), parentId: menu! } }),
    ],
  ]
  expect(new Set(cases.map(([refusal]) => refusal))).toEqual(canInsist)
  for (const [refusal, earlier, later] of cases) {
    const { changes, ...states } = changesBy(ann, earlier)
    edit(ann, later)
    const now = frozen(ann)
    expect(revertChange(ann, changes[0]!, states)).toEqual({ ok: false, reason: refusal })
    expect(compareDocs(now, ann.doc)).toEqual([])
    expect(revertChange(ann, changes[0]!, { ...states, evenIfChanged: true }).ok).toBe(true)
    expect(compareDocs(states.before, ann.doc)).toEqual([])
  }
})

test('a page with later work of others on it stays; deleted pages, titles, themes and locks go back', () => {
  const [ann] = peersOf('home(a)')
  const added = changesBy(ann, () => addPage(ann, { title: 'Menu' }))
  const menu = ann.pages()[1]!.id
  insertNode(ann, { type: 'box', to: to(menu, 0) })
  expect(revertChange(ann, added.changes[0]!, added)).toEqual({ ok: false, reason: 'holds-later-work' })
  const steps = [
    () => changePage(ann, menu, { title: 'Lunch' }),
    () => setTheme(ann, { accent: '#000000' }),
    () => setLock(ann, node('a'), 'text', true),
    () => setContentOnly(ann, true),
    () => removePage(ann, menu),
  ]
  for (const step of steps) {
    const { changes, ...states } = changesBy(ann, step)
    expect(changes).toHaveLength(1)
    expect(revertChange(ann, changes[0]!, states).ok).toBe(true)
    expect(compareDocs(states.before, ann.doc)).toEqual([])
  }
})

test('[M70] restoring keeps locks as they are, and makes again what was undone', () => {
  const ann = openProgram(docOf('home(a)'), { random: seededRandom(1) })
  const undo = createUndo(ann)
  edit(ann, () => insertNode(ann, { type: 'box', props: { text: 'Hi' }, to: to('home', 1) }, textsAreShared))
  const version = frozen(ann)
  undo.undo()
  setLock(ann, node('a'), '*', true)
  restoreVersion(ann, version)
  expect(read(ann.doc)).toEqual(read(version))
  expect(ann.node(node('a'))?.locks).toEqual(['*'])
})

const textsAreShared = { isSharedText: (_type: string, prop: string) => prop === 'text' }

test('[M70] what somebody types elsewhere while a version is restored is there afterwards, for both', () => {
  const [ann, bo] = peersOf('home(a b)')
  setText(ann, node('a'), 'text', 'old')
  const version = frozen(ann)
  setText(ann, node('a'), 'text', 'new')
  sync(ann, bo)
  edit(ann, () => restoreVersion(ann, version))
  setProp(bo, node('b'), 'n', 7)
  insertNode(bo, { type: 'box', to: to('home', 2) })
  sync(ann, bo)
  expect(textOf(ann)).toBe(textOf(bo))
  expect(ann.node(node('b'))?.props.n).toBe(7)
  expect(ann.node(node('a'))?.props.text).toBe('old')
  expect(ann.children(page('home'))).toHaveLength(3)
})
