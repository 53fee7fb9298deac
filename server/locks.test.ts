/** What somebody bound by locks may write, as the rooms decide it: by what an update would change, whatever sent it. */
import * as Y from 'yjs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createMemoryStore } from '#collab-server/index.ts'
import { eventually, startServer } from '#collab-server/testing/harness.ts'
import type { Person, TestServer } from '#collab-server/testing/harness.ts'
import {
  changePage,
  createProgramDoc,
  createSectionFrom,
  createUndo,
  drawnBlockOf,
  duplicateNode,
  insertNode,
  moveNode,
  openProgram,
  partId,
  partPath,
  pageSlot,
  removeNode,
  removePage,
  setContentOnly,
  setLock,
  setName,
  schemaVersion,
  setOverride,
  setProp,
  setShowWhen,
  setText,
  setTheme,
  transact,
} from '#model/index.ts'
import type { NodeId, Program } from '#model/index.ts'
import type { ProgramSpec } from '#model/program-spec.ts'
import { blockFacts } from '#platform/programs/prepare-spec.ts'
import { withinLocks } from './within-locks.ts'

let server: TestServer
let designer: Person & { program: Program }
let editor: Person & { program: Program }

beforeEach(async () => {
  const store = createMemoryStore()
  const spec: ProgramSpec = {
    theme: {},
    pages: [
      {
        title: { en: 'Home', 'zh-CN': '首页' },
        slug: '',
        nodes: [
          { type: 'heading', props: { text: 'Welcome', align: 'left' } },
          { type: 'section', slots: { content: [{ type: 'heading', props: { text: 'Inside' } }] } },
          {
            type: 'icon-navigation',
            props: {
              items: [
                { label: 'Menu', icon: 'soup' },
                { label: 'Book', icon: 'calendar' },
              ],
            },
          },
        ],
      },
      { title: { en: 'Menu', 'zh-CN': '菜单' }, slug: 'menu', nodes: [] },
    ],
  }
  const doc = createProgramDoc(spec, {
    name: 'Lin',
    language: 'en',
    ...blockFacts,
  })
  await store.create({ docId: 'doc', tenantId: 't', update: Y.encodeStateAsUpdate(doc), author: 'seed' })
  server = await startServer(store, {
    authorize: async (request) => {
      const name = new URL(request.url ?? '', 'http://x').searchParams.get('user') ?? ''
      return {
        user: { id: name, name },
        canEdit: true,
        ...(name.startsWith('editor') && { mayWrite: withinLocks }),
      }
    },
  })
  designer = await enter('designer')
  editor = await enter('editor')
})
afterEach(() => server.stop())

async function enter(name: string) {
  const person = server.join(name, { docId: 'doc' })
  await eventually(() => expect(person.provider.synced).toBe(true))
  return Object.assign(person, { program: openProgram(person.doc) })
}

/** By what the template calls it: ids are made anew. */
function idOf(program: Program, at: 0 | 1 | 2): NodeId {
  return program.children(program.pages()[0]!.id, pageSlot)[at]!
}

const innerOf = (program: Program): NodeId => program.children(idOf(program, 1))[0]!

async function lock(edit: (program: Program) => void): Promise<void> {
  edit(designer.program)
  await settled(designer)
  await eventually(() => expect(Y.encodeStateVector(editor.doc)).toEqual(Y.encodeStateVector(designer.doc)))
}

async function settled(person: Person): Promise<void> {
  await eventually(() => expect(person.saving.unsavedEdits).toBe(0))
}

/** The designer sees it, and nobody's connection is closed. */
async function expectTaken(edit: (program: Program) => void): Promise<void> {
  transact(editor.program, { by: 'command', name: 'edit' }, () => edit(editor.program))
  await settled(editor)
  await eventually(() => expect(Y.encodeStateVector(designer.doc)).toEqual(Y.encodeStateVector(editor.doc)))
  expect(editor.closes).toEqual([])
}

/** Refused with its own code; the designer's document stays as it is, and a later visitor sees the same. */
async function expectRefused(edit: (program: Program) => void): Promise<void> {
  const before = Y.encodeStateAsUpdate(designer.doc)
  const sender = await enter('editor-too')
  transact(sender.program, { by: 'command', name: 'edit' }, () => edit(sender.program))
  await eventually(() => expect(sender.closes).toEqual([4423]))
  expect(Y.encodeStateAsUpdate(designer.doc)).toEqual(before)
  expect(designer.closes).toEqual([])
  sender.leave()
}

test('[M62] with the structure locked, words, pictures and the words inside a list may change', async () => {
  await lock((program) => setContentOnly(program, true))
  await expectTaken((program) => setText(program, idOf(program, 0), 'text', 'Good morning'))
  await expectTaken((program) => setText(program, idOf(program, 0), 'text', 'Good morning, all'))
  for (const isText of [() => false, (field: string) => field === 'label'])
    await expectTaken((program) => {
      const items = program.node(idOf(program, 2))?.props.items as { label: string }[]
      const louder = items.map((item) => ({ ...item, label: `${item.label}!` }))
      setProp(program, idOf(program, 2), 'items', louder, { isText })
    })
})

test('[M62] [M56] with the structure locked, words may be other in one place of a section; a lock in the section binds there', async () => {
  let place: NodeId | undefined
  await lock((program) => {
    const made = createSectionFrom(program, [idOf(program, 0)], 'Top')
    if (made.ok) place = partId(made.value.instanceId, partPath(program.children(made.value.sectionId)[0]!))
    setContentOnly(program, true)
  })
  await expectTaken((program) => setOverride(program, place!, 'text', 'Only here'))
  await expectTaken((program) => setOverride(program, place!, 'text', 'Only in here'))
  await expectRefused((program) => setOverride(program, place!, 'align', 'center'))
  await lock((program) => setLock(program, drawnBlockOf(place!), 'text', true))
  await expectRefused((program) => setOverride(program, place!, 'text', 'Not in here'))
})

test('[M80] words in a list may raise the version of an older document, and nothing else may', async () => {
  await lock((program) => {
    program.doc.getMap('meta').set('schemaVersion', 2)
    setContentOnly(program, true)
  })
  await expectRefused((program) => void program.doc.getMap('meta').set('schemaVersion', schemaVersion + 1))
  await expectTaken((program) => {
    const items = program.node(idOf(program, 2))?.props.items as { label: string }[]
    setProp(
      program,
      idOf(program, 2),
      'items',
      items.map((item) => ({ ...item, label: `${item.label}!` })),
    )
  })
  expect(designer.doc.getMap('meta').get('schemaVersion')).toBe(schemaVersion)
})

test('[M62] nothing else may: blocks, places, looks, conditions, pages, theme and name', async () => {
  await lock((program) => setContentOnly(program, true))
  const refused: ((program: Program) => void)[] = [
    (program) => void duplicateNode(program, idOf(program, 0)),
    (program) => void removeNode(program, idOf(program, 0)),
    (program) =>
      void moveNode(program, idOf(program, 0), { parentId: program.pages()[0]!.id, slot: pageSlot, index: 2 }),
    (program) => void setProp(program, idOf(program, 0), 'align', 'centre'),
    (program) => void setShowWhen(program, idOf(program, 0), { hidden: true }),
    (program) => void changePage(program, program.pages()[0]!.id, { title: 'Start' }),
    (program) => setTheme(program, { accent: '#ff0000' }),
    (program) => setName(program, 'Mine'),
    (program) => {
      const items = program.node(idOf(program, 2))?.props.items as { label: string }[]
      setProp(program, idOf(program, 2), 'items', items.slice(1) as never)
    },
    (program) => {
      const items = program.node(idOf(program, 2))?.props.items as { label: string }[]
      setProp(program, idOf(program, 2), 'items', items.toReversed())
    },
    (program) => {
      const items = program.node(idOf(program, 2))?.props.items as { label: string }[]
      setProp(program, idOf(program, 2), 'items', [...items, { label: 'New' }])
    },
    (program) => {
      const items = program.node(idOf(program, 2))?.props.items as { icon: string }[]
      const other = items.map((item) => ({ ...item, icon: 'phone' }))
      setProp(program, idOf(program, 2), 'items', other, { isText: () => true })
    },
  ]
  for (const edit of refused) await expectRefused(edit)
})

test('[M61] a locked block keeps what it says, holds and where it is; beside it all goes on', async () => {
  await lock((program) => setLock(program, idOf(program, 1), '*', true))
  const refused: ((program: Program) => void)[] = [
    (program) => void setText(program, innerOf(program), 'text', 'Other'),
    (program) => void removeNode(program, innerOf(program)),
    (program) => void removeNode(program, idOf(program, 1)),
    (program) =>
      void moveNode(program, innerOf(program), { parentId: program.pages()[0]!.id, slot: pageSlot, index: 0 }),
    (program) => void moveNode(program, idOf(program, 0), { parentId: idOf(program, 1), slot: 'content', index: 0 }),
    (program) =>
      void insertNode(program, {
        type: 'heading',
        props: {},
        to: { parentId: idOf(program, 1), slot: 'content', index: 0 },
      }),
    (program) => void removePage(program, program.pages()[0]!.id),
  ]
  for (const edit of refused) await expectRefused(edit)
  await expectTaken((program) => void duplicateNode(program, idOf(program, 0)))
  await expectTaken((program) => void setText(program, idOf(program, 0), 'text', 'Free'))
})

test('[M61] a locked field keeps its value, the others of the block do not', async () => {
  await lock((program) => setLock(program, idOf(program, 0), 'text', true))
  await expectRefused((program) => void setText(program, idOf(program, 0), 'text', 'Other'))
  await expectRefused((program) => void removeNode(program, idOf(program, 0)))
  await expectTaken((program) => void setProp(program, idOf(program, 0), 'align', 'centre'))
})

test('[M60] only who may lock locks and unlocks', async () => {
  await expectRefused((program) => void setLock(program, idOf(program, 0), '*', true))
  await expectRefused((program) => setContentOnly(program, true))
  await lock((program) => setLock(program, idOf(program, 0), 'text', true))
  await expectRefused((program) => void setLock(program, idOf(program, 0), 'text', false))
})

test('a node put in the place of a locked one under its own id is refused', async () => {
  await lock((program) => setLock(program, idOf(program, 0), '*', true))
  await expectRefused((program) => {
    const forged = new Y.Map()
    program.doc.getMap('nodes').set(idOf(program, 0), forged)
    forged.set('b', { t: 'heading', v: 1, p: {} })
  })
})

test('typing faster than the log stores is told from a change of something else', async () => {
  await lock((program) => setContentOnly(program, true))
  const text = editor.program.text(idOf(editor.program, 0), 'text')
  for (const letter of 'as fast as it goes') text?.insert(text.length, letter)
  await settled(editor)
  await eventually(() =>
    expect(designer.program.node(idOf(designer.program, 0))?.props.text).toMatch(/as fast as it goes$/),
  )
  expect(editor.closes).toEqual([])
})

test('what an editor did before the lock came, and what they undo of it, keep to the lock', async () => {
  const undo = createUndo(editor.program)
  await expectTaken((program) => setText(program, idOf(program, 0), 'text', 'Typed'))
  await lock((program) => setContentOnly(program, true))
  undo.undo()
  await settled(editor)
  expect([editor.closes, designer.program.node(idOf(designer.program, 0))?.props.text]).toEqual([[], 'Welcome'])
})

test('who comes back from being offline repeats old deletions and is let in', async () => {
  await expectTaken((program) => void removeNode(program, idOf(program, 2)))
  await lock((program) => setContentOnly(program, true))
  editor.provider.disconnect()
  setText(editor.program, idOf(editor.program, 0), 'text', 'Typed on the train')
  editor.provider.connect()
  await settled(editor)
  await eventually(() =>
    expect(designer.program.node(idOf(designer.program, 0))?.props.text).toBe('Typed on the train'),
  )
})
