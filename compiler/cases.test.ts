/**
 * Each folder of `cases/` is a program as a template writes it and what must come of it, to be reviewed as a diff:
 * `npx vitest run compiler/cases -u` writes anew what comes of it now.
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { createProgramDoc, openProgram } from '#model/index.ts'
import type { ProgramSpec } from '#model/program-spec.ts'
import { seededRandom } from '#model/testing/peers.ts'
import { compileProgram } from './compile-program.ts'
import { testDefinitions } from './testing/definitions.ts'

const folder = path.join(import.meta.dirname, 'cases')

test.for(readdirSync(folder))('%s', async (name) => {
  const spec = JSON.parse(readFileSync(path.join(folder, name, 'page.json'), 'utf8')) as ProgramSpec
  for (const language of ['en', 'zh-CN'] as const) {
    const doc = createProgramDoc(spec, {
      name: 'Noodle House',
      language,
      random: seededRandom(1),
      isSharedText: (_type, prop) => prop === 'text',
    })
    const compiled = compileProgram(openProgram(doc), testDefinitions)
    const file = path.join(folder, name, 'expected', `${language}.json`)
    await expect(`${JSON.stringify(compiled, null, 2)}\n`).toMatchFileSnapshot(file)
  }
})
