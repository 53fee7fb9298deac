import { View } from '#components/primitives/index.ts'
import type { ViewPropsOf } from '../kit/define-block.ts'
import { SlotBox } from '../kit/slot-box.tsx'
import type { columns } from './definition.ts'
import './columns.css'

export function ColumnsView({ props, slots, env }: ViewPropsOf<typeof columns>) {
  const { layout, align, gap, stackWhenNarrow } = props
  const shares = layout.split('-')
  const stack = stackWhenNarrow ? ' b-columns--stack' : ''
  return (
    <View className={`b-columns b-columns--${align} b-columns--gap-${gap}${stack}`}>
      {shares.map((share, index) => {
        const name = `column${index + 1}`
        return (
          <SlotBox
            key={name}
            name={name}
            axis="vertical"
            env={env}
            className={`b-columns__column b-columns__column--${share}`}
          >
            {slots[name]}
          </SlotBox>
        )
      })}
    </View>
  )
}
