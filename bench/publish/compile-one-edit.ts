import { createIncrementalCompiler } from '#compiler/index.ts'
import { createProgramDoc, openProgram, pageSlot, setText, transact, type NodeId } from '#model/index.ts'
import type { NodeSpec } from '#model/program-spec.ts'
import { median } from '../report.ts'

const EDITS = 100

/** @returns for each run the median milliseconds from a letter in the document to the patch for the frame */
export function compileOneEdit(nodes: readonly NodeSpec[], runs: number): readonly number[] {
  const spec = { theme: {}, pages: [{ title: { en: 'Home', 'zh-CN': '首页' }, slug: '', nodes }] }
  const isSharedText = (_type: string, prop: string) => prop === 'text'
  const program = openProgram(
    createProgramDoc(spec, { name: 'Large', language: 'en', random: Math.random, isSharedText }),
  )
  const compiler = createIncrementalCompiler(program)
  const [section] = program.children(program.pages()[0]!.id, pageSlot)
  const heading = program.children(section as NodeId, 'content')[0]!
  const took = Array.from({ length: runs }, (_, run) =>
    median(
      Array.from({ length: EDITS }, (_, edit) => {
        let patched = 0
        const stop = compiler.onPatch(() => (patched = performance.now()))
        const startedMs = performance.now()
        transact(program, { by: 'command', name: 'type' }, () => setText(program, heading, 'text', `${run}.${edit}`))
        stop()
        if (patched === 0) throw new Error('The edit made no patch')
        return patched - startedMs
      }),
    ),
  )
  compiler.destroy()
  program.destroy()
  return took
}
