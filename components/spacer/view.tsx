import { View } from '#components/primitives/index.ts'
import type { BlockViewProps } from '../kit/view.ts'
import type { SpacerProps } from './definition.ts'
import './spacer.css'

export function SpacerView({ props, env }: BlockViewProps<SpacerProps>) {
  const { size, heightPx } = props
  return (
    <View
      className={`b-spacer b-spacer--${size}${env.mode === 'canvas' ? ' b-spacer--seen' : ''}`}
      style={size === 'own' ? { height: `${heightPx}px` } : undefined}
    />
  )
}
