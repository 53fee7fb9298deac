declare module 'virtual:code-sandbox' {
  /** An expression that gives `{ start }`: `inside/main.ts` and all it needs, built into one script. */
  const script: string
  export default script
}

declare module 'virtual:code-cell' {
  /** Of the cell's script, as a content security policy names it. */
  export const cellHash: string
}
