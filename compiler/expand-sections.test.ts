import { expect, test } from 'vitest'
import { createProgramState } from '#runtime/program-state.ts'
import {
  deleteSection,
  detachInstance,
  hidePart,
  moveNode,
  openProgram,
  pageSlot,
  removeNode,
  resetOverride,
  setOverride,
  setProp,
  transact,
  type Program,
} from '#model/index.ts'
import { setShowWhen } from '#model/operations/set-show-when.ts'
import { docOf, node, page, peersOf, section } from '#model/testing/peers.ts'
import { compileForCanvas, compileProgram } from './compile-program.ts'
import { createIncrementalCompiler, type ProgramPatch } from './incremental.ts'
import { testDefinitions } from './testing/definitions.ts'

const compiled = (program: Program) => compileProgram(program, testDefinitions)

function following(program: Program) {
  const compiler = createIncrementalCompiler(program, testDefinitions)
  const frame = createProgramState(compiler.current())
  const patches: ProgramPatch[] = []
  compiler.onPatch((patch) => {
    patches.push(patch)
    frame.apply(structuredClone(patch))
  })
  return { compiler, patches, frame }
}

test('[M55] where a section stands, its parts are drawn with ids of that place, and no node stands for the link', () => {
  const [program] = peersOf('home(x i=$s) second(b(j=$s)) $s(a(c))')
  const [home, second] = compiled(program).pages
  expect(home?.root).toEqual(['x', 'i~a'])
  expect(Object.keys(home?.nodes ?? {})).toEqual(['x', 'i~a', 'i~c'])
  expect(home?.nodes['i~a']).toMatchObject({ id: 'i~a', type: 'box', slots: { main: ['i~c'] } })
  expect(second?.nodes.b?.slots).toEqual({ main: ['j~a'] })
  expect(JSON.stringify(compiled(program))).not.toContain('section')
})

test('[M51] overrides count in their place alone, also on inner sections, and a part can be left out', () => {
  const [program] = peersOf('home(i=$s j=$s) $s(k=$t a) $t(b)')
  setOverride(program, node('i~a'), 'text', 'here')
  setOverride(program, node('i~k~b'), 'text', 'deep')
  hidePart(program, node('j~a'))
  const { nodes, root } = compiled(program).pages[0]!
  expect(root).toEqual(['i~k~b', 'i~a', 'j~k~b'])
  expect(['i~a', 'i~k~b', 'j~k~b'].map((id) => nodes[id]?.props.text)).toEqual(['here', 'deep', ''])
})

test('a value that does not fit is reported with the id of the part', () => {
  const [program] = peersOf('home(i=$s) $s(a)')
  setOverride(program, node('i~a'), 'n', 900)
  expect(compiled(program).problems).toMatchObject([{ code: 'bad-props', nodeId: 'i~a' }])
})

test('[M53] sections that hold each other are cut where one would begin anew', () => {
  const [program] = peersOf('home(i=$s) $s(a j=$t) $t(b k=$s)')
  const { root, nodes } = compiled(program).pages[0]!
  expect(root).toEqual(['i~a', 'i~j~b', 'i~j~k'])
  expect(nodes['i~j~k']?.problem).toMatchObject({ code: 'section-loop', nodeId: 'i~j~k' })
})

test('[M53] sections that double with each level end after so many nodes', () => {
  const levels = Array.from(
    { length: 7 },
    (_, at) => `$${at}(${Array.from({ length: 9 }, (_, n) => `n${at}x${n}=$${at + 1}`).join(' ')})`,
  )
  const program = openProgram(docOf(`home(i=$0) ${levels.join(' ')} $7(a b c)`))
  expect(Object.keys(compiled(program).pages[0]!.nodes).length).toBeLessThan(60_000)
})

test('[M53] five levels deep it is cut; ids of parts stay as short as orders take them', () => {
  const id = (name: string) => name.padEnd(12, 'x')
  const inner = (level: number) => `$${level}(${id(`n${level}`)}=$${level + 1} ${id(`b${level}`)})`
  const program = openProgram(docOf(`home(${id('i')}=$0) ${[0, 1, 2, 3, 4].map(inner).join(' ')} $5(z)`))
  const { nodes } = compiled(program).pages[0]!
  const drawn = Object.values(nodes).filter((node) => !node.problem)
  expect(Math.max(...drawn.map((node) => node.id.length))).toBe(64)
  expect(Object.values(nodes).flatMap(({ problem }) => problem?.code ?? [])).toEqual(['section-loop'])
})

test('[M52] a deleted section is drawn on; one that is not there leaves a box', () => {
  const [program] = peersOf('home(i=$s j=$gone) $s(a)')
  deleteSection(program, section('$s'))
  const { root, nodes } = compiled(program).pages[0]!
  expect(root).toEqual(['i~a', 'j'])
  expect(nodes.j?.problem?.code).toBe('section-gone')
})

test('[M52] a place with nothing in it is a box on the canvas, gone with the first part, and never published', () => {
  const [program] = peersOf('home(i=$s x) $s(a)')
  const { frame } = following(program)
  const drawn = () => [frame.facts.get().pages.get(page('home'))?.root, frame.nodes.get(node('i'))?.problem?.code]
  hidePart(program, node('i~a'))
  expect(drawn()).toEqual([['i', 'x'], 'section-empty'])
  expect(compiled(program).pages[0]?.root).toEqual(['x'])
  expect(compiled(program).problems).toEqual([])
  resetOverride(program, node('i'), 'a/$hidden')
  expect(drawn()).toEqual([['i~a', 'x'], undefined])
})

test('conditions of the place and of its parts must all hold', () => {
  const [program] = peersOf('home(i=$s) $s(a b)')
  setShowWhen(program, node('i'), { fromMs: 5, audience: 'members' })
  setShowWhen(program, node('a'), { fromMs: 9, untilMs: 20 })
  setShowWhen(program, node('b'), { audience: 'not-members' })
  const { nodes } = compiled(program).pages[0]!
  expect(nodes['i~a']?.showWhen).toEqual({ fromMs: 9, untilMs: 20, audience: 'members' })
  expect(nodes['i~b']?.showWhen).toMatchObject({ hidden: true })
})

test('an edit in a section sends that one part of each place, and its own node for the canvas', () => {
  const [program] = peersOf('home(i=$s x) second(j=$s) $s(a(c) b)')
  const { patches } = following(program)
  const edit = (run: () => unknown) => transact(program, { by: 'command', name: 'edit' }, run)
  edit(() => setProp(program, node('c'), 'n', 3))
  expect(patches[0]?.changed.map(({ id }) => id).sort()).toEqual(['c', 'i~c', 'j~c'])
  expect(patches[0]).not.toHaveProperty('pages')
  edit(() => setOverride(program, node('i~b'), 'n', 4))
  expect(patches[1]?.changed.map(({ id }) => id)).toEqual(['i~b'])
  edit(() => setProp(program, node('x'), 'n', 5))
  expect(patches[2]?.changed.map(({ id }) => id)).toEqual(['x'])
})

test('what is drawn follows moves, deletions and detaching inside sections and places', () => {
  const [program] = peersOf('home(i=$s x(j=$s)) $s(a(c) b k=$t) $t(d)')
  const { compiler, frame } = following(program)
  const steps = [
    () => moveNode(program, node('b'), { parentId: section('$s'), slot: pageSlot, index: 0 }),
    () => removeNode(program, node('c')),
    () => moveNode(program, node('d'), { parentId: node('a'), slot: 'main', index: 0 }),
    () => moveNode(program, node('b'), { parentId: page('home'), slot: pageSlot, index: 0 }),
    () => detachInstance(program, node('j')),
    () => removeNode(program, node('i')),
  ]
  for (const step of steps) {
    step()
    const full = compileForCanvas(program, testDefinitions)
    expect(JSON.stringify(compiler.current())).toBe(JSON.stringify(full))
    const shown = new Map(full.pages.flatMap(({ nodes }) => Object.entries(nodes)))
    expect(new Map([...frame.nodes.ids()].map((id) => [id, frame.nodes.get(id)]))).toEqual(shown)
  }
})
