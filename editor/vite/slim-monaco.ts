import type { Plugin } from 'vite'

/** Monaco's own way to begin its TypeScript worker, which would be built a second time: we hand it ours. */
export function slimMonaco(): Plugin {
  return {
    name: 'shopwright:slim-monaco',
    transform(code, file) {
      if (!file.includes('monaco-editor') || !file.endsWith('workerManager.js')) return null
      return { code: code.replace(/createWorker:[^\n]*\n/g, '\n'), map: null }
    },
  }
}
