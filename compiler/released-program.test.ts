import { expect, test } from 'vitest'
import type { CompiledNode, CompiledProgram } from '#model/compiled-program.ts'
import type { NodeId, PageId } from '#model/ids.ts'
import type { JsonObject } from '#model/json.ts'
import { readReleased, writeReleased, type ReleasedProgram } from './released-program.ts'
import { testDefinitions } from './testing/definitions.ts'

const id = 'n1' as NodeId

function programOf(node: Partial<CompiledNode>): CompiledProgram {
  const page = { id: 'p1' as PageId, slug: '', title: 'Home', root: [id] }
  return {
    formatVersion: 1,
    name: 'Noodle House',
    language: 'en',
    theme: { accent: '#000000', ground: '#ffffff', fontFamily: 'sans', typeScale: 1, radiusPx: 8, scheme: 'light' },
    homePageId: page.id,
    tabs: [],
    pages: [{ ...page, nodes: { [id]: { id, type: 'aged', props: {}, slots: {}, ...node } } }],
    problems: [],
  }
}

/** As it comes back from where releases are kept. */
const stored = (program: ReleasedProgram) => JSON.parse(JSON.stringify(program)) as ReleasedProgram
const nodeIn = (program: CompiledProgram) => program.pages[0]?.nodes[id]

/** A release made when the block was at that version, read by a server where it is at version 3. */
function readFrom(version: number, props: JsonObject, node: Partial<CompiledNode> = {}) {
  const then = { ...testDefinitions, aged: { ...testDefinitions.aged!, version } }
  return readReleased(stored(writeReleased(programOf({ props, ...node }), then)), testDefinitions)
}

test('a release of today is read as it was compiled', () => {
  const program = programOf({ props: { title: 'Hello', sizePx: 20 }, showWhen: { audience: 'members' } })
  expect(stored(writeReleased(program, testDefinitions)).blockVersions).toEqual({ aged: 3 })
  expect(readReleased(stored(writeReleased(program, testDefinitions)), testDefinitions)).toEqual(program)
})

test('properties of an old release take the shape that the block has today, step by step', () => {
  expect(nodeIn(readFrom(1, { size: 'large', heading: 'Hello' }))?.props).toEqual({ title: 'Hello', sizePx: 32 })
  expect(nodeIn(readFrom(2, { sizePx: 20, heading: 'Hello' }))?.props).toEqual({ title: 'Hello', sizePx: 20 })
})

test('a release that kept no versions was made when all blocks were at their first', () => {
  const program = programOf({ props: { size: 'large', heading: 'Hello' } })
  expect(nodeIn(readReleased(program, testDefinitions))?.props).toEqual({ title: 'Hello', sizePx: 32 })
})

test('what the block learned to hold since then has its default, and what it no longer holds is gone', () => {
  expect(nodeIn(readFrom(3, { title: 'Hello', colour: 'red' }))?.props).toEqual({ title: 'Hello', sizePx: 16 })
})

test('what cannot be brought up to date is a box, and so is a block from a newer version', () => {
  expect(nodeIn(readFrom(1, { size: 'broken' }))?.problem?.code).toBe('upgrade-failed')
  expect(nodeIn(readFrom(4, { title: 'Hello' }))?.problem?.code).toBe('newer-version')
})

test('what was published as a box stays one; what was drawn with a default is still named', () => {
  const problem = { code: 'upgrade-failed', nodeId: id, message: '' } as const
  expect(nodeIn(readFrom(3, { size: 'broken' }, { problem }))).toMatchObject({ props: { size: 'broken' }, problem })
  const replaced = { ...problem, code: 'bad-props' } as const
  expect(nodeIn(readFrom(3, { title: '' }, { problem: replaced }))?.problem).toEqual(replaced)
})
