import { expect, test } from 'vitest'
import { insertNode, setProp, setText } from '#model/index.ts'
import { startRandomEdits } from '#model/testing/random-edits.ts'
import { node, page, peersOf } from '#model/testing/peers.ts'
import { createProgramState } from '#runtime/program-state.ts'
import { compileForCanvas } from './compile-program.ts'
import { createIncrementalCompiler, type ProgramPatch } from './incremental.ts'
import { editContent } from './testing/edit-content.ts'
import { testDefinitions } from './testing/definitions.ts'

test.for(Array.from({ length: 12 }, (_, seed) => seed + 1))(
  'after any edits of several people, following them equals compiling anew, byte for byte (seed %i)',
  (seed) => {
    const edits = startRandomEdits(seed, editContent)
    const followed = edits.peers.map((program) => {
      const compiler = createIncrementalCompiler(program, testDefinitions)
      const frame = createProgramState(compiler.current())
      let seq = 0
      compiler.onPatch((patch) => {
        expect(patch.seq).toBe(++seq)
        // As it arrives through a port.
        frame.apply(structuredClone(patch))
      })
      return { program, compiler, frame }
    })
    for (let step = 0; step < 120; step++) {
      const changed = step === 119 ? edits.peers : edits.step()
      if (step === 119) edits.syncAll()
      for (const { program, compiler, frame } of followed.filter((each) => changed.includes(each.program))) {
        const full = compileForCanvas(program, testDefinitions)
        expect(JSON.stringify(compiler.current()), edits.log.join('\n')).toBe(JSON.stringify(full))
        expect(shown(frame), edits.log.join('\n')).toEqual(shown(createProgramState(full)))
      }
    }
    const [first, ...others] = followed.map(({ compiler }) => JSON.stringify(compiler.current()))
    for (const other of others) expect(other).toBe(first)
  },
)

test('a patch holds what the edit changed and nothing else', () => {
  const [program] = peersOf('home(a(b c) d) second(e)')
  const compiler = createIncrementalCompiler(program, testDefinitions)
  const patches: ProgramPatch[] = []
  compiler.onPatch((patch) => patches.push(patch))

  setText(program, node('b'), 'text', 'Hello')
  expect(patches[0]).toEqual({
    kind: 'patch',
    seq: 1,
    changed: [{ id: 'b', type: 'box', props: { text: 'Hello', n: 7 }, slots: { main: [] } }],
    removed: [],
  })

  const added = insertNode(program, { type: 'box', to: { parentId: page('second'), slot: 'root', index: 0 } })
  if (!added.ok) throw new Error(added.reason)
  expect(patches[1]?.changed.map(({ id }) => id)).toEqual([added.value])
  expect(patches[1]?.pages).toEqual([{ id: 'second', slug: 'second', title: 'second', root: [added.value, 'e'] }])
})

test('a block that is described otherwise is compiled anew, wherever it stands, and nothing else is', () => {
  const [program] = peersOf('home(a(b) c)')
  const definitions = { ...testDefinitions }
  const compiler = createIncrementalCompiler(program, definitions)
  const patches: ProgramPatch[] = []
  compiler.onPatch((patch) => patches.push(patch))
  const { n, ...fields } = testDefinitions.box!.fields
  definitions.box = { ...testDefinitions.box!, fields: { ...fields, n: { ...n!, default: 8 } as typeof n & object } }

  compiler.redefine(new Set(['other']))
  expect(patches).toEqual([])
  compiler.redefine(new Set(['box']))
  expect(patches).toMatchObject([{ seq: 1, removed: [] }])
  expect(patches[0]?.changed.map(({ id, props }) => [id, props.n]).toSorted()).toEqual([
    ['a', 8],
    ['b', 8],
    ['c', 8],
  ])
  expect(compiler.current()).toEqual(compileForCanvas(program, definitions))
  compiler.redefine(new Set(['box']))
  expect(patches).toHaveLength(1)
})

test('the compiler stops following when destroyed', () => {
  const [program] = peersOf('home(a)')
  const compiler = createIncrementalCompiler(program, testDefinitions)
  const patches: ProgramPatch[] = []
  compiler.onPatch((patch) => patches.push(patch))
  compiler.destroy()
  setProp(program, node('a'), 'n', 3)
  expect(patches).toEqual([])
})

function shown({ nodes, facts }: ReturnType<typeof createProgramState>) {
  const { pages, ...rest } = facts.get()
  const byId = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) => (a < b ? -1 : 1)
  return {
    ...rest,
    pages: [...pages].toSorted(byId),
    nodes: [...nodes.ids()].map((id) => [id, nodes.get(id)] as const).toSorted(byId),
  }
}
