/**
 * The studio's own code and its first answers are asked for by the page itself, together with the code that every screen
 * needs: else the browser hears of them only when that has run.
 */
import type { Plugin } from 'vite'

/** What the studio asks the platform for before it can draw; `ID` stands for the program's id. */
const answers = ['/api/me', '/api/programs/ID', '/api/programs/ID/shop-data']

/** @param studio - the module that the studio's screen begins with, an absolute path */
export function askAhead(studio: string): Plugin {
  return {
    name: 'ask-ahead',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        const chunks = Object.values(bundle ?? {}).filter((output) => output.type === 'chunk')
        const screen = chunks.find(({ facadeModuleId }) => facadeModuleId === studio)
        if (!screen) return
        const files = [screen, ...chunks.filter(({ fileName }) => screen.imports.includes(fileName))]
        const known = (file: string) => html.includes(`/${file}"`)
        const scripts = files.map(({ fileName }) => fileName).filter((file) => !known(file))
        const styles = files.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])])
        const asked = JSON.stringify({ scripts, styles: styles.filter((file) => !known(file)), answers })
        return [{ tag: 'script', injectTo: 'head', children: `(${ask.toString()})(${asked})` }]
      },
    },
  }
}

/** Runs in the page. */
function ask(wanted: { readonly scripts: string[]; readonly styles: string[]; readonly answers: string[] }) {
  const [, id] = /^\/p\/([^/]+)\/?$/.exec(location.pathname) ?? []
  if (id === undefined) return
  const link = (rel: string, href: string, as?: string) =>
    document.head.append(
      Object.assign(document.createElement('link'), { rel, href, crossOrigin: '', ...(as && { as }) }),
    )
  for (const file of wanted.scripts) link('modulepreload', `/${file}`)
  for (const file of wanted.styles) link('preload', `/${file}`, 'style')
  for (const path of wanted.answers) link('preload', path.replace('ID', id), 'fetch')
}
