import { Icon, Text, View } from '#components/primitives/index.ts'
import type { PictureValue } from './fields.ts'
import './picture-box.css'
import { Picture } from './picture.tsx'

/** A box of fixed proportions filled by a picture, or by an invitation to choose one. Nothing jumps when the picture arrives. */
export function PictureBox(props: {
  readonly picture: PictureValue | null
  readonly sizes: string
  /** Width to height as CSS, e.g. `2 / 1`. */
  readonly ratio: string
  readonly emptyText: string
  readonly eager?: boolean
}) {
  const { picture, sizes, ratio, emptyText, eager } = props
  return (
    <View
      className={picture?.crop ? 'sw-picture-box sw-picture-box--cropped' : 'sw-picture-box'}
      style={{ aspectRatio: ratio }}
    >
      {picture ? (
        <Picture
          picture={picture}
          sizes={sizes}
          ratio={ratioOf(ratio)}
          eager={eager}
          className="sw-picture-box__picture"
        />
      ) : (
        <View className="sw-picture-box__empty">
          <Icon name="image" size={28} />
          <Text>{emptyText}</Text>
        </View>
      )}
    </View>
  )
}

function ratioOf(css: string): number | undefined {
  const [width, height] = css.split('/').map(Number)
  return width && height ? width / height : undefined
}
