/** Part of `npm run check`: whether every block's folder is complete and as every block has to be. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { blockFaults, type BlockFolder } from '../components/checks/block-faults.ts'
import type { BlockDefinition } from '../components/kit/define-block.ts'

const root = path.resolve(import.meta.dirname, '..', 'components')
const listed = {
  definitions: readFileSync(path.join(root, 'definitions.ts'), 'utf8'),
  views: readFileSync(path.join(root, 'views.ts'), 'utf8'),
}
const types = readdirSync(root).filter((folder) => existsSync(path.join(root, folder, 'definition.ts')))
const faults: string[] = []
for (const type of types) faults.push(...(await faultsOf(type)))
for (const fault of faults) console.error(`✗ ${fault}`)
if (faults.length > 0) process.exit(1)
console.log(`${types.length} blocks are complete.`)

async function faultsOf(type: string): Promise<readonly string[]> {
  const missing = ['definition.ts', 'view.tsx', 'states.ts', 'view.stories.tsx'].filter(
    (file) => !existsSync(path.join(root, type, file)),
  )
  if (missing.length > 0) return [`Block "${type}": has no ${missing.join(' and no ')}`]
  try {
    return blockFaults(await readFolder(type))
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}

async function readFolder(type: string): Promise<BlockFolder> {
  const folder = path.join(root, type)
  const load = (file: string): Promise<Record<string, unknown>> => import(pathToFileURL(path.join(folder, file)).href)
  const definition = Object.values(await load('definition.ts')).find(isDefinition)
  if (!definition) throw new Error(`Block "${type}": definition.ts exports no definition`)
  const { states = {} } = await load('states.ts')
  const files = readdirSync(folder).filter((file) => /\.(tsx?|css)$/.test(file))
  return {
    type,
    definition,
    states: states as BlockFolder['states'],
    files: Object.fromEntries(files.map((file) => [file, readFileSync(path.join(folder, file), 'utf8')])),
    isListed: {
      definition: listed.definitions.includes(`'./${type}/definition.ts'`),
      view: listed.views.includes(`'./${type}/view.tsx'`),
    },
  }
}

function isDefinition(exported: unknown): exported is BlockDefinition {
  return typeof exported === 'object' && exported !== null && 'type' in exported && 'fields' in exported
}
