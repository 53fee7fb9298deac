declare module 'virtual:code-types' {
  /** Sources by path in the repository. */
  export const sources: { readonly [path: string]: string }
}
