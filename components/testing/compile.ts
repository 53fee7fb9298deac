import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const components = path.join(import.meta.dirname, '..')

/** The file lies outside of the repository, where its names of folders mean nothing by themselves. */
const paths = {
  'block-jsx/jsx-runtime': [path.join(components, 'primitives/block-jsx.d.ts')],
  '#components/primitives/index.ts': [path.join(components, 'primitives/contract.ts')],
  '#components/*': [path.join(components, '*')],
  '#model/*': [path.join(components, '../model/*')],
  react: [path.join(components, '../node_modules/@types/react/index.d.ts')],
}

/** What the compiler says of a file that is checked as a block's view is: without a DOM, one line for each problem. */
export function problemsOf(view: string): readonly string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'block-check-'))
  try {
    const config = {
      extends: path.join(components, 'tsconfig.blocks.json'),
      compilerOptions: { paths },
      include: ['view.tsx', path.join(components, 'primitives/*.d.ts')],
      exclude: [],
    }
    writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(config))
    writeFileSync(path.join(folder, 'view.tsx'), view)
    const tsc = path.join(components, '../node_modules/typescript/bin/tsc')
    execFileSync(process.execPath, [tsc, '-p', folder, '--pretty', 'false'], { encoding: 'utf8', stdio: 'pipe' })
    return []
  } catch (error) {
    const { stdout } = error as { stdout?: string }
    return stdout?.split(/^(?=\S)/m).map((problem) => problem.trim()) ?? [String(error)]
  } finally {
    rmSync(folder, { recursive: true })
  }
}
