import { Text } from '#components/primitives/index.ts'
import { moneyParts } from './money.ts'
import './boxes.css'
import type { BlockEnv } from './view.ts'

/** An amount with a small currency sign and large figures, in the size and colour of the text around it. */
export function Price(props: {
  readonly amountMinor: number
  readonly currency: string
  readonly env: Pick<BlockEnv, 'language'>
  readonly className?: string
}) {
  const { amountMinor, currency, env, className } = props
  const { sign, figures, after } = moneyParts(amountMinor, currency, env.language)
  const small = <Text className="sw-price__sign">{sign}</Text>
  return (
    <Text className={className ? `sw-price ${className}` : 'sw-price'}>
      {!after && small}
      {figures}
      {after && small}
    </Text>
  )
}
