/** Made by the build: see `editor/vite/shell-worker.ts`. */
declare module 'virtual:shell-files' {
  /** Another one for every build that differs. */
  export const version: string
  /** Paths of all files of the editor, the page itself as `/`. */
  export const files: readonly string[]
}
