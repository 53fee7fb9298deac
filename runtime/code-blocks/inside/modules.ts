/** What `import` finds in a code block. */
import { createElement, type ComponentChildren } from 'preact'
import { jsx, jsxs } from 'preact/jsx-runtime'
import { codePrimitives, reactNames } from '#components/kit/code-names.ts'
import { colourCss } from '#components/kit/colour.ts'
import { pictureUrl } from '#components/kit/picture-url.ts'
import { wordsFor } from '#components/kit/words.ts'
import * as reactInWorker from './react-in-worker.ts'

/** Draws as an element of the small document, which tells the runtime to draw the real one. */
function primitive(name: string) {
  return ({ children, ...own }: { readonly children?: ComponentChildren }) =>
    createElement(name, { own } as object, children)
}

const react: { readonly [name in (typeof reactNames)[number]]: unknown } = reactInWorker

const modules: { readonly [name: string]: object } = {
  react: Object.fromEntries(reactNames.map((name) => [name, react[name]])),
  'react/jsx-runtime': { jsx, jsxs, Fragment: reactInWorker.Fragment },
  'shopwright/primitives': Object.fromEntries(codePrimitives.map((name) => [name, primitive(name)])),
  'shopwright/kit': { colourCss, defineBlock: (block: unknown) => block, pictureUrl, wordsFor },
}

/** @throws for anything else: its compiler said so already, but whoever runs it does not rely on that */
export function requireModule(name: string): object {
  const found = Object.hasOwn(modules, name) ? modules[name] : undefined
  if (!found) throw new Error(`\`${name}\` cannot be imported`)
  return found
}
