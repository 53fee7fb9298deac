import type { ReactNode } from 'react'
import { View } from '#components/primitives/index.ts'
import './boxes.css'
import type { BlockEnv } from './view.ts'
import { type Words, wordsFor } from './words.ts'

const dropHere: Words<string> = { en: 'Drop blocks here', 'zh-CN': '把组件拖到这里' }

/** The box of one slot of a container. The editor finds it by its mark; empty, it invites on the canvas and takes no room elsewhere. */
export function SlotBox(props: {
  readonly name: string
  readonly axis: 'vertical' | 'horizontal'
  readonly env: BlockEnv
  readonly className?: string
  readonly children?: ReactNode
}) {
  const { name, axis, env, className, children } = props
  const marks =
    env.mode === 'canvas' ? { 'data-slot': name, 'data-axis': axis, 'data-hint': wordsFor(env.language, dropHere) } : {}
  return (
    <View {...marks} className={`sw-slot sw-slot--${axis}${className ? ` ${className}` : ''}`}>
      {children}
    </View>
  )
}
