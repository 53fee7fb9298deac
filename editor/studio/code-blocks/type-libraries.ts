import { sources } from 'virtual:code-types'
import { codePrimitives, kitNames, reactNames } from '#components/kit/code-names.ts'

interface Library {
  readonly filePath: string
  readonly content: string
}

const at = (path: string) => `file:///${path}`

/**
 * What a code block's imports mean, for the code editor: modules with the names that its compiler lets through, typed by
 * the real sources.
 */
export function libraries(): Library[] {
  const real = Object.entries(sources).map(([path, content]) => ({ filePath: at(`sources/${path}`), content }))
  const source = (path: string) => `../../sources/${path}`
  const module = (name: string, names: readonly string[], from: string, types: readonly string[]): Library => ({
    filePath: at(`node_modules/${name}.d.ts`),
    content: `export { ${names.join(', ')} } from '${from}'\nexport type { ${types.join(', ')} } from '${from}'\n`,
  })
  return [
    ...real,
    module('shopwright/kit', kitNames, source('components/kit/code-kit'), kitTypes),
    module('shopwright/primitives', codePrimitives, source('components/primitives/contract'), primitiveTypes),
    // The sources import React as well; they may have all of it, and write it the same.
    module('react/index', reactNames, source('node_modules/@types/react/index'), reactTypes),
    {
      filePath: at('node_modules/react/jsx-runtime.d.ts'),
      content: `export * from '${source('components/primitives/block-jsx')}'\n`,
    },
    { filePath: at('around.d.ts'), content: around },
  ]
}

const kitTypes = ['CodeBlock', 'CodeHost', 'Field', 'Fields', 'LinkValue', 'PictureValue', 'PropsOf', 'ViewProps']
const primitiveTypes = ['CommonProps', 'IconName', 'PrimitiveEvent', 'Style']
const reactTypes = ['Key', 'ReactElement', 'ReactNode', 'RefObject']

/** All that a block finds around itself besides the language. */
const around = `declare function setTimeout(run: () => void, delayMs: number): number
declare function clearTimeout(timer: number | undefined): void
declare function setInterval(run: () => void, everyMs: number): number
declare function clearInterval(timer: number | undefined): void
declare function queueMicrotask(run: () => void): void
declare function structuredClone<Value>(value: Value): Value
`
