import { Text, View } from '#components/primitives/index.ts'
import type { PictureValue } from './fields.ts'
import { Picture } from './picture.tsx'
import './portrait.css'

/** A round picture of a person, or the first letter of the name while there is none. */
export function Portrait(props: {
  readonly picture: PictureValue | null
  readonly name: string
  readonly sizePx: number
}) {
  const { picture, name, sizePx } = props
  const size = `${sizePx}px`
  return (
    <View className="sw-portrait" style={{ width: size, height: size, fontSize: `${Math.round(sizePx * 0.42)}px` }}>
      {picture ? (
        // The name stands beside it.
        <Picture picture={{ ...picture, alt: '' }} sizes={size} ratio={1} className="sw-portrait__picture" />
      ) : (
        <Text ariaHidden>{[...name.trim()][0]?.toUpperCase() ?? '·'}</Text>
      )}
    </View>
  )
}
