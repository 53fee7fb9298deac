/**
 * Random edits by several people, some of them offline for a while, and reloading from what their browser kept.
 * `MODEL_STEPS=100000` runs longer, `MODEL_SEED=7` runs one seed.
 */
import { expect, test } from 'vitest'
import type { NodeId, ParentId } from './ids.ts'
import type { Program } from './program.ts'
import { readTree } from './read-tree.ts'
import { nodesIn, startRandomEdits } from './testing/random-edits.ts'
import { textOf } from './testing/peers.ts'

const steps = Number(process.env.MODEL_STEPS ?? 10_000)
const seeds = process.env.MODEL_SEED ? [Number(process.env.MODEL_SEED)] : [1, 2, 3, 4, 5, 6, 7, 8]
const eachStepUpTo = 250
const stepsPerSeed = Math.ceil(steps / seeds.length)

for (const seed of seeds) {
  test(
    `seed ${seed}: what is followed edit by edit is what is read anew, and all agree in the end`,
    { timeout: 120_000 },
    () => {
      const edits = startRandomEdits(seed)
      const mirrors = new Map(edits.peers.map((peer) => [peer, mirrorOf(peer)]))
      try {
        for (let step = 0; step < stepsPerSeed; step++) {
          const changed = edits.step()
          // Reading all of a grown program after each step takes most of the time.
          for (const peer of step < eachStepUpTo || step % 10 === 0 ? changed : []) {
            expect(seen(peer)).toEqual(readTree(peer.doc))
            expect(mirrors.get(peer)).toEqual(mirrorOf(peer, false))
          }
          if (step % 25 === 24) {
            const { before, after } = edits.reload()
            expect(readTree(after.doc)).toEqual(readTree(before.doc))
            mirrors.delete(before)
            mirrors.set(after, mirrorOf(after))
            before.destroy()
          }
          if (step % 200 === 199) edits.syncAll()
        }
        edits.syncAll()
        const [first] = edits.peers
        const tree = readTree(first!.doc)
        for (const peer of edits.peers) {
          expect(textOf(peer)).toBe(textOf(first!))
          expect(readTree(peer.doc)).toEqual(tree)
          expect(seen(peer)).toEqual(tree)
        }
        const ids = nodesIn(first!)
        expect(new Set(ids).size).toBe(ids.length)
        expect([...edits.mustBeThere].filter((id) => !ids.includes(id))).toEqual([])
      } catch (error) {
        throw new Error(`seed ${seed}: ${error}\nafter:\n${edits.log.join('\n')}`, { cause: error })
      }
    },
  )
}

/** The program's own answers, in the shape of `readTree`. */
function seen(program: Program): ReturnType<typeof readTree> {
  const ids = nodesIn(program)
  const parents: ParentId[] = [...program.pages(), ...program.sections()].map((root): ParentId => root.id).concat(ids)
  return {
    name: program.name,
    language: program.language,
    theme: program.theme,
    contentOnly: program.contentOnly,
    pages: program.pages(),
    sections: program.sections(),
    codeBlocks: program.codeBlocks(),
    nodes: new Map(ids.map((id) => [id, program.node(id)!])),
    children: new Map(
      parents
        .filter((id) => program.slotsOf(id).length > 0)
        .map((id) => [id, Object.fromEntries(program.slotsOf(id).map((slot) => [slot, program.children(id, slot)]))]),
    ),
    repaired: program.repaired(),
  }
}

/** Holds what a listener would hold that redraws only what it is told of. */
function mirrorOf(program: Program, follow = true) {
  const read = (id: NodeId) => ({
    node: program.node(id),
    slots: program.slotsOf(id).map((slot) => program.children(id, slot)),
  })
  const mirror = {
    nodes: new Map(nodesIn(program).map((id) => [id, read(id)])),
    pages: new Map(
      [...program.pages(), ...program.sections()].map((page) => [page.id, { page, root: program.children(page.id) }]),
    ),
    theme: program.theme,
  }
  if (follow) {
    program.subscribe((change) => {
      for (const id of change.removed) mirror.nodes.delete(id)
      for (const id of change.nodes) mirror.nodes.set(id, read(id))
      for (const id of change.pages) {
        const page = program.page(id) ?? program.section(id)
        if (page) mirror.pages.set(id, { page, root: program.children(id) })
        else mirror.pages.delete(id)
      }
      if (change.theme) mirror.theme = program.theme
    })
  }
  return mirror
}
