/**
 * `npm run new:block <name>`: writes the folder of a block that is small but complete, with its place in the lists of all
 * blocks. docs/write-your-first-block.md goes on from there.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { blockFiles, listedIn, nameProblem, namesOf } from './new-block/block-files.mjs'

const components = path.resolve(import.meta.dirname, '..', 'components')
const type = process.argv[2] ?? ''

const problem =
  nameProblem(type) ?? (existsSync(path.join(components, type)) ? `components/${type} is there already.` : undefined)
if (problem) {
  console.error(`${problem}\nUsage: npm run new:block opening-party`)
  process.exit(1)
}

const names = namesOf(type)
mkdirSync(path.join(components, type))
for (const [file, text] of Object.entries(blockFiles(names))) write(path.join(type, file), text)
for (const list of ['definitions.ts', 'views.ts'])
  write(list, listedIn(list, readFileSync(path.join(components, list), 'utf8'), names))
// Where lines break depends on how long its name is.
spawnSync(path.join(components, '../node_modules/.bin/oxfmt'), [type], {
  cwd: components,
  stdio: 'ignore',
  shell: process.platform === 'win32',
})
console.log(`
Next:
  npm run storybook                            see it, in every state: ${names.group} / ${names.title}
  npm run check                                whether it is complete
  npm run test:stories -- --update ${type}     look at it in a browser, and keep its pictures
The guide: docs/write-your-first-block.md`)

function write(file, text) {
  writeFileSync(path.join(components, file), text)
  console.log(`components/${file.replaceAll(path.sep, '/')}`)
}
