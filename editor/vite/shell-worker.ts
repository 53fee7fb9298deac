import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'vite'
import { frameAloneFile, frameScriptHash } from '../../runtime/vite/frame-document.ts'

const id = 'virtual:shell-files'

export interface ShellFolders {
  /** Where the editor was built. */
  readonly client: string
  /** Where the frame was built. */
  readonly runtime: string
}

/** Several megabytes that few people ever open: what they are for says so without a network. */
const ofCodeEditor = /^(monaco|code-area|codicon|tsMode|typescript|(type|text)-worker)-/

/** Tells the editor's worker which files make up this build. They are all there when it is built. */
export function shellFiles({ client, runtime }: ShellFolders): Plugin {
  return {
    name: 'shopwright:shell-files',
    applyToEnvironment: (environment) => environment.name === 'shell',
    resolveId: (asked) => (asked === id ? `\0${id}` : null),
    load(asked) {
      if (asked !== `\0${id}`) return null
      const assets = readdirSync(path.join(client, 'assets')).filter(
        (name) => !name.endsWith('.map') && !ofCodeEditor.test(name),
      )
      const hash = createHash('sha256')
      for (const file of [path.join(client, 'index.html'), path.join(runtime, frameAloneFile)])
        hash.update(readFileSync(file))
      for (const name of assets.toSorted()) hash.update(name)
      const files = ['/', `/runtime/${frameAloneFile}`, ...assets.toSorted().map((name) => `/assets/${name}`)]
      const version = hash.digest('hex').slice(0, 16)
      return `export const version = ${JSON.stringify(version)}\nexport const files = ${JSON.stringify(files)}`
    },
  }
}

/**
 * Writes into the editor's page which script may stand in the frame's document: that document has the page's policy, and
 * the server makes the policy from what the page says.
 */
export function frameScriptInPage({ runtime }: Pick<ShellFolders, 'runtime'>): Plugin {
  return {
    name: 'shopwright:frame-script-in-page',
    apply: 'build',
    applyToEnvironment: (environment) => environment.name === 'client',
    transformIndexHtml() {
      const hash = frameScriptHash(readFileSync(path.join(runtime, frameAloneFile), 'utf8'))
      if (hash === undefined) throw new Error(`${frameAloneFile} names no script`)
      return [{ tag: 'meta', attrs: { name: 'frame-script', content: hash }, injectTo: 'head' }]
    },
  }
}
