import { compileSource } from '#compiler/code-blocks/compile-source.ts'
import type { SourceCompiler } from './source-compiler.ts'

/** A block with one field, which says its text. */
export const greeting = (text: string, field = 'text') => `import { Text, View } from 'shopwright/primitives'
import { defineBlock } from 'shopwright/kit'

export default defineBlock({
  label: { en: 'Greeting', 'zh-CN': '问候' },
  fields: { ${field}: { kind: 'text', label: { en: 'Text', 'zh-CN': '文字' }, default: 'Hello', maxLength: 40 } },
  view: ({ props }) => <View><Text>${text} {props.${field}}</Text></View>,
})
`

/** The real compiler without a worker. It answers when it is let, the oldest question first. */
export function heldCompiler() {
  const waiting: (() => void)[] = []
  const asked: string[] = []
  let isGone = false
  const compiler: SourceCompiler = {
    compile: (source) =>
      new Promise((resolve, reject) => {
        asked.push(source)
        waiting.push(() => (isGone ? reject(new Error('Gone')) : resolve(compileSource(source))))
      }),
    stop: () => undefined,
  }
  return {
    compiler,
    asked,
    async answer() {
      waiting.shift()?.()
      await Promise.resolve()
      await new Promise((resolve) => setTimeout(resolve, 0))
    },
    breakDown: (gone = true) => void (isGone = gone),
  }
}
