import { Text, View } from '#components/primitives/index.ts'
import { LinkBox } from '../kit/link-box.tsx'
import { PictureBox } from '../kit/picture-box.tsx'
import type { BlockViewProps } from '../kit/view.ts'
import { wordsFor } from '../kit/words.ts'
import { areaStyle } from './area-style.ts'
import type { HotAreaImageProps } from './definition.ts'
import './hot-area-image.css'

const words = {
  en: { empty: 'Choose a picture in the panel', area: (at: number) => `Area ${at}` },
  'zh-CN': { empty: '在属性里选择图片', area: (at: number) => `热区 ${at}` },
}

export function HotAreaImageView({ props, host, env }: BlockViewProps<HotAreaImageProps>) {
  const { picture, areas, shape } = props
  const own = wordsFor(env.language, words)
  const onCanvas = env.mode === 'canvas'
  if (!picture && !onCanvas) return null
  return (
    <View className={`b-hot-area-image b-hot-area-image--${shape}`}>
      <View className="b-hot-area-image__frame">
        {/* Whole, whatever part of it the library shows: areas are measured on it. */}
        <PictureBox
          picture={picture && wholeOf(picture)}
          sizes="(max-width: 480px) 100vw, 480px"
          ratio={picture ? `${picture.widthPx} / ${picture.heightPx}` : '3 / 2'}
          emptyText={own.empty}
        />
        {areas.map((area, index) => {
          const name = area.name || own.area(index + 1)
          if (!onCanvas && !area.link) return null
          return (
            <View key={index} className="b-hot-area-image__place" style={areaStyle(area)}>
              <LinkBox
                link={area.link}
                host={host}
                env={env}
                ariaLabel={name}
                className={onCanvas ? 'b-hot-area-image__area b-hot-area-image__area--seen' : 'b-hot-area-image__area'}
              >
                {onCanvas && <Text className="b-hot-area-image__name">{name}</Text>}
              </LinkBox>
            </View>
          )
        })}
      </View>
    </View>
  )
}

function wholeOf({ url, widthPx, heightPx, alt }: NonNullable<HotAreaImageProps['picture']>) {
  return { url, widthPx, heightPx, alt }
}
