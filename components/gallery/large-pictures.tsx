import { useState } from 'react'
import { Button, Icon, Sheet, Swiper, SwiperItem, Text, View } from '#components/primitives/index.ts'
import type { PictureValue } from '../kit/fields.ts'
import { Picture } from '../kit/picture.tsx'
import type { GalleryProps } from './definition.ts'
import type { galleryWords } from './words.ts'

export interface ShownPicture {
  readonly picture: PictureValue
  readonly caption: string
}

/** What visitors see: places without a picture wait for one. */
export function shownPictures(items: GalleryProps['items']): readonly ShownPicture[] {
  return items.flatMap(({ picture, caption }) => (picture ? [{ picture, caption }] : []))
}

/** One picture over the whole screen, to swipe from; whole, whatever part of it the gallery shows. */
export function LargePictures(props: {
  readonly pictures: readonly ShownPicture[]
  /** The one to begin with. */
  readonly first: number
  readonly words: (typeof galleryWords)['en']
  readonly onClose: () => void
}) {
  const { pictures, first, words, onClose } = props
  const [at, setAt] = useState(first)
  const [goTo, setGoTo] = useState(first)
  const shown = pictures[at] ?? pictures[0]
  const isSeveral = pictures.length > 1
  const step = (by: -1 | 1) => setGoTo(at + by)
  return (
    <Sheet open plain place="full" title={words.pictures} closeLabel={words.close} onClose={onClose}>
      <Swiper
        className="b-gallery__large"
        current={goTo}
        ariaLabel={words.pictures}
        onChange={(event) => {
          setAt(event.detail.current)
          setGoTo(event.detail.current)
        }}
      >
        {pictures.map(({ picture: { url, widthPx, heightPx, alt } }, index) => (
          <SwiperItem key={index} className="b-gallery__slide">
            <Picture
              picture={{ url, widthPx, heightPx, alt }}
              sizes="100vw"
              mode="aspectFit"
              className="b-gallery__whole"
              eager={Math.abs(index - at) < 2}
            />
          </SwiperItem>
        ))}
      </Swiper>
      <View className="b-gallery__foot">
        {isSeveral && (
          <Button
            className="b-gallery__step b-gallery__step--back"
            disabled={at === 0}
            ariaLabel={words.previous}
            onClick={() => step(-1)}
          >
            <Icon name="chevron-right" size={24} />
          </Button>
        )}
        <View className="b-gallery__about" ariaLive="polite">
          {isSeveral && <Text className="b-gallery__count">{`${at + 1} / ${pictures.length}`}</Text>}
          {shown?.caption && <Text className="b-gallery__caption">{shown.caption}</Text>}
        </View>
        {isSeveral && (
          <Button
            className="b-gallery__step"
            disabled={at === pictures.length - 1}
            ariaLabel={words.next}
            onClick={() => step(1)}
          >
            <Icon name="chevron-right" size={24} />
          </Button>
        )}
      </View>
    </Sheet>
  )
}
