import { Icon, Text, View } from '#components/primitives/index.ts'
import type { Order } from '#model/shop/orders.ts'
import { progressOf } from './progress.ts'
import type { OrderWords } from './words.ts'

interface OrderStepsProps {
  readonly order: Order
  readonly words: OrderWords
  readonly when: (iso: string) => string
}

/** How far the order is, with the time each step was reached. */
export function OrderSteps({ order, words, when }: OrderStepsProps) {
  const steps = progressOf(order)
  if (!steps.length) return null
  return (
    <View className="b-order-status__steps" ariaRole="list">
      {steps.map(({ step, state, atIso }) => (
        <View
          key={step}
          className={`b-order-status__step b-order-status__step--${state}`}
          ariaRole="listitem"
          {...(state === 'now' ? { ariaCurrent: 'step' as const } : {})}
        >
          <View className="b-order-status__dot">{state === 'done' && <Icon name="check" size={12} />}</View>
          <Text className="b-order-status__step-name">
            {step === 'ready' && order.channel === 'dine_in' ? words.servedStep : words.steps[step]}
          </Text>
          <Text className="b-order-status__step-time">{atIso && when(atIso)}</Text>
        </View>
      ))}
    </View>
  )
}
