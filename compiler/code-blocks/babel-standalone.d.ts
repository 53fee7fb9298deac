/** The little of `@babel/standalone` that compiles code blocks; the package brings no types of its own. */
declare module '@babel/standalone' {
  interface Position {
    readonly line: number
    readonly column: number
  }

  interface Node {
    readonly type: string
    readonly loc?: { readonly start: Position } | null
    readonly [member: string]: unknown
  }

  interface Path {
    readonly node: Node
    readonly scope: {
      crawl(): void
      readonly globals: { readonly [name: string]: Node }
      getBinding(name: string): { readonly path: Path; readonly kind: string } | undefined
    }
    readonly parentPath: Path | null
  }

  type Visit = (path: Path) => void

  interface Plugin {
    readonly visitor: { readonly [type: string]: Visit | { readonly enter?: Visit; readonly exit?: Visit } }
  }

  interface Options {
    readonly filename: string
    readonly sourceType: 'module'
    readonly configFile: false
    readonly babelrc: false
    readonly comments: boolean
    readonly retainLines: boolean
    readonly presets: readonly unknown[]
    readonly plugins: readonly (string | Plugin)[]
  }

  /** @throws a `SyntaxError` with `loc` */
  export function transform(source: string, options: Options): { readonly code: string }
}
