/** What a block shows while its data is not there: bones of the right size, or an invitation. */
import type { ReactNode } from 'react'
import { Icon, Text, View } from '#components/primitives/index.ts'
import './state-boxes.css'
import { loadingWords } from './loading-words.ts'
import type { BlockEnv } from './view.ts'
import { wordsFor } from './words.ts'

/** One bone of a skeleton; sized by `width` and `height`, or by its class. */
export function Bone(props: { readonly width?: string; readonly height?: string; readonly className?: string }) {
  const { width, height, className } = props
  return <View className={className ? `sw-bone ${className}` : 'sw-bone'} style={{ width, height }} />
}

/** Holds the bones; readers hear that something is loading. */
export function LoadingBox(props: {
  readonly env: BlockEnv
  readonly className?: string
  readonly children: ReactNode
}) {
  const { env, className, children } = props
  return (
    <View className={className} ariaRole="status" ariaLabel={wordsFor(env.language, loadingWords)}>
      <View ariaHidden>{children}</View>
    </View>
  )
}

/** @param children - a way on, if there is one */
export function EmptyBox(props: { readonly icon: string; readonly text: string; readonly children?: ReactNode }) {
  return (
    <View className="sw-box">
      <Icon className="sw-box__icon" name={props.icon} size={32} />
      <Text className="sw-box__text">{props.text}</Text>
      {props.children}
    </View>
  )
}
