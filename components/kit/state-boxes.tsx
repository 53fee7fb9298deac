/** What a block shows while its data is not there: bones of the right size, a sentence with a way out, or an invitation. */
import type { ReactNode } from 'react'
import type { ShopFailureCode } from '#model/shop/failure.ts'
import { Button, Icon, Text, View } from '#components/primitives/index.ts'
import { failureWords } from './failure-words.ts'
import './state-boxes.css'
import type { BlockEnv } from './view.ts'
import { kitWords, wordsFor } from './words.ts'

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
    <View className={className} ariaRole="status" ariaLabel={wordsFor(env.language, kitWords).loading}>
      <View ariaHidden>{children}</View>
    </View>
  )
}

export function FailedBox(props: {
  readonly env: BlockEnv
  readonly code: ShopFailureCode
  readonly retry: () => void
}) {
  const { env, code, retry } = props
  return (
    <View className="sw-box" ariaRole="alert">
      <Icon className="sw-box__icon" name="alert" size={28} />
      <Text className="sw-box__text">{failureWords(code, env.language)}</Text>
      <Button className="sw-box__button" onClick={retry}>
        <Icon name="refresh" />
        <Text>{wordsFor(env.language, kitWords).retry}</Text>
      </Button>
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
