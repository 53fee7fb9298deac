import type { ShopFailureCode } from '#model/shop/failure.ts'
import { Button, Icon, Text, View } from '#components/primitives/index.ts'
import './state-boxes.css'
import { failedWords } from './failed-words.ts'
import type { BlockEnv } from './view.ts'
import { wordsFor } from './words.ts'

/** What a block shows when its data could not be had: a sentence with a way out. */
export function FailedBox(props: {
  readonly env: BlockEnv
  readonly code: ShopFailureCode
  readonly retry: () => void
}) {
  const { env, code, retry } = props
  const { failed, retry: retryText } = wordsFor(env.language, failedWords)
  return (
    <View className="sw-box" ariaRole="alert">
      <Icon className="sw-box__icon" name="alert" size={28} />
      <Text className="sw-box__text">{code === 'offline' || code === 'not-found' ? failed[code] : failed.other}</Text>
      <Button className="sw-box__button" onClick={retry}>
        <Icon name="refresh" />
        <Text>{retryText}</Text>
      </Button>
    </View>
  )
}
