import { View } from '#components/primitives/index.ts'
import type { ViewPropsOf } from '../kit/define-block.ts'
import { EditableText } from '../kit/editable-text.tsx'
import { LinkBox } from '../kit/link-box.tsx'
import { PictureBox } from '../kit/picture-box.tsx'
import { wordsFor } from '../kit/words.ts'
import type { image } from './definition.ts'
import './image.css'

const words = {
  en: { empty: 'Choose a picture in the panel', caption: 'Caption (optional)' },
  'zh-CN': { empty: '在属性里选择图片', caption: '说明文字（可不填）' },
}

export function ImageView({ props, host, env }: ViewPropsOf<typeof image>) {
  const { picture, caption, link, ratio, shape } = props
  const { empty, caption: hint } = wordsFor(env.language, words)
  if (!picture && env.mode !== 'canvas') return null
  const [width, height] =
    ratio === 'original' ? (picture ? [picture.widthPx, picture.heightPx] : [3, 2]) : ratio.split(':')
  return (
    <View className={`b-image b-image--${shape}`}>
      <LinkBox
        link={link}
        host={host}
        env={env}
        ariaLabel={picture?.alt || caption || undefined}
        className="b-image__box"
      >
        <PictureBox
          picture={picture}
          sizes="(max-width: 480px) 100vw, 480px"
          ratio={`${width} / ${height}`}
          emptyText={empty}
        />
      </LinkBox>
      <EditableText
        prop="caption"
        value={caption}
        env={env}
        hint={hint}
        whenEmpty="absent"
        className="b-image__caption"
      />
    </View>
  )
}
