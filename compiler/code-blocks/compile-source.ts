import { transform, type Node, type Path, type Plugin } from '@babel/standalone'
import type { CodeBlockDefinition, CompiledCodeBlock } from '#components/kit/code-block.ts'
import { codeGlobals, codeModules } from '#components/kit/code-names.ts'
import { readDefinition } from './read-definition.ts'
import { NotLiteral, placeOf, type SourcePlace } from './read-literal.ts'

export interface CodeProblem extends SourcePlace {
  /** For the developer who writes the block. */
  readonly message: string
}

export type CompiledSource =
  | { readonly ok: true; readonly block: CompiledCodeBlock }
  | { readonly ok: false; readonly problems: readonly [CodeProblem, ...CodeProblem[]] }

/** Longer sources are refused before they are looked at. */
export const MOST_SOURCE_LENGTH = 64 * 1024

/**
 * Compiles the source of a code block: TSX to a module in plain JavaScript, and its definition, which is read and not run.
 * Pure and runs nothing of the source, so a server may do it. Loads a compiler of several hundred kilobytes: in a browser
 * only ever in a worker.
 */
export function compileSource(source: string): CompiledSource {
  if (source.length > MOST_SOURCE_LENGTH)
    return failed([{ line: 1, column: 1, message: `The source is longer than ${MOST_SOURCE_LENGTH} characters` }])
  const found: { definition?: CodeBlockDefinition; readonly problems: CodeProblem[] } = { problems: [] }
  try {
    const { code } = transform(source, {
      filename: 'block.tsx',
      sourceType: 'module',
      configFile: false,
      babelrc: false,
      comments: false,
      // What fails when it runs is told with the line that its writer sees.
      retainLines: true,
      presets: [['react', { runtime: 'automatic' }], 'typescript'],
      plugins: [checks(found), 'transform-modules-commonjs'],
    })
    const [first, ...more] = found.problems
    if (first) return failed([first, ...more])
    if (found.definition) return { ok: true, block: { definition: found.definition, code } }
    return failed([
      { line: 1, column: 1, message: 'A block is what the file exports: export default defineBlock({ … })' },
    ])
  } catch (error) {
    return failed([problemOfError(error)])
  }
}

function failed(problems: readonly [CodeProblem, ...CodeProblem[]]): CompiledSource {
  const [first, ...more] = problems
  return { ok: false, problems: [first, ...more.toSorted((a, b) => a.line - b.line || a.column - b.column)] }
}

function problemOfError(error: unknown): CodeProblem {
  const { loc, message } = error as { readonly loc?: Node['loc'] | SourcePlace; readonly message?: string }
  const place = loc && 'line' in loc ? { line: loc.line, column: loc.column + 1 } : { line: 1, column: 1 }
  // The first line, without the name of the file and the place that the message repeats.
  const [first = 'The source cannot be read'] = (message ?? String(error)).split('\n')
  return { ...place, message: first.replace(/^\/?block\.tsx: /, '').replace(/ \(\d+:\d+\)$/, '') }
}

function checks(found: { definition?: CodeBlockDefinition; readonly problems: CodeProblem[] }): Plugin {
  // A node that another step replaced is visited once more.
  const tell = (node: Node | undefined | null, message: string): void => {
    const problem = { ...placeOf(node), message }
    const isKnown = found.problems.some((each) => each.line === problem.line && each.message === message)
    if (!isKnown) found.problems.push(problem)
  }

  /** After types are gone: what is left is what would run. */
  function checkProgram(program: Path): void {
    program.scope.crawl()
    for (const [name, node] of Object.entries(program.scope.globals))
      if (!codeGlobals.has(name))
        tell(node, `\`${name}\` is not there: a block reaches its fields, primitives and host only`)
    const body = program.node.body as readonly Node[]
    for (const statement of body) checkStatement(statement)
    const exported = body.filter(({ type }) => type === 'ExportDefaultDeclaration')
    const [definition] = exported
    if (!definition) return
    const call = definition.declaration as Node
    if (call.type !== 'CallExpression' || !isDefineBlock(call.callee as Node, program))
      return tell(definition, 'A block is what the file exports: export default defineBlock({ … })')
    try {
      found.definition = readDefinition((call.arguments as readonly Node[])[0])
    } catch (error) {
      if (!(error instanceof NotLiteral)) throw error
      found.problems.push({ ...error.at, message: error.message })
    }
  }

  function checkStatement(statement: Node): void {
    const { type, source } = statement
    if (type === 'ExportAllDeclaration' || (type === 'ExportNamedDeclaration' && source))
      return tell(statement, 'A block exports itself and nothing of others')
    if (type !== 'ImportDeclaration') return
    const name = String((source as Node).value)
    const names = codeModules.get(name)
    if (!names)
      return tell(
        source as Node,
        `\`${name}\` cannot be imported: there are react, shopwright/primitives and shopwright/kit`,
      )
    for (const specifier of statement.specifiers as readonly Node[]) {
      const imported = specifier.imported as Node | undefined
      const wanted = imported ? String(imported.name ?? imported.value) : undefined
      if (wanted === undefined)
        tell(specifier, `Import what you need of \`${name}\` by name: import { … } from '${name}'`)
      else if (!names.has(wanted)) tell(specifier, `\`${name}\` has no \`${wanted}\``)
    }
  }

  return {
    visitor: {
      Program: { exit: checkProgram },
      JSXOpeningElement: ({ node }) => {
        const name = node.name as Node
        if (name.type === 'JSXIdentifier' && /^[a-z]/.test(String(name.name)))
          tell(node, `<${String(name.name)}> is not there: blocks draw with primitives such as <View> and <Text>`)
        else if (name.type === 'JSXNamespacedName') tell(node, 'Elements of other languages are not there')
      },
      Import: ({ node }) => tell(node, 'Nothing can be imported while a block runs'),
      ImportExpression: ({ node }) => tell(node, 'Nothing can be imported while a block runs'),
      MetaProperty: ({ node }) => {
        if ((node.meta as Node).name === 'import') tell(node, '`import.meta` is not there')
      },
    },
  }
}

function isDefineBlock(callee: Node, program: Path): boolean {
  if (callee.type !== 'Identifier') return false
  const binding = program.scope.getBinding(String(callee.name))
  const imported = binding?.path.node.imported as Node | undefined
  const from = (binding?.path.parentPath?.node.source as Node | undefined)?.value
  return binding?.kind === 'module' && from === 'shopwright/kit' && imported?.name === 'defineBlock'
}
