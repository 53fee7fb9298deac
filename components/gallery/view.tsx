import { useState } from 'react'
import { Button, ScrollView, View } from '#components/primitives/index.ts'
import { EditableText } from '../kit/editable-text.tsx'
import { PictureBox } from '../kit/picture-box.tsx'
import { EmptyBox } from '../kit/state-boxes.tsx'
import type { BlockViewProps } from '../kit/view.ts'
import { wordsFor } from '../kit/words.ts'
import type { GalleryProps } from './definition.ts'
import './gallery.css'
import { LargePictures, shownPictures } from './large-pictures.tsx'
import { galleryWords } from './words.ts'

/** What a picture needs of the screen, as CSS `sizes`. */
const sizesOf = { '1': '100vw', '2': '50vw', '3': '33vw', '4': '25vw' } as const

export function GalleryView({ props, env }: BlockViewProps<GalleryProps>) {
  const { title, layout, columns, ratio } = props
  const words = wordsFor(env.language, galleryWords)
  const [opened, setOpened] = useState<number | null>(null)
  const onCanvas = env.mode === 'canvas'
  const pictures = shownPictures(props.items)
  const items = onCanvas ? props.items : pictures
  if (items.length === 0 && !onCanvas) return null
  const perRow = layout === 'grid' ? columns : layout === 'mosaic' ? '3' : '2'
  const drawn = items.map(({ picture, caption }, index) => {
    const isLarge = layout === 'mosaic' && index === 0
    const box = (
      <PictureBox
        picture={picture}
        sizes={sizesOf[isLarge ? '1' : perRow]}
        ratio={ratio.replace(':', ' / ')}
        emptyText={layout === 'grid' && columns !== '2' ? '' : words.noPicture}
      />
    )
    const className = isLarge ? 'b-gallery__item b-gallery__item--large' : 'b-gallery__item'
    if (onCanvas)
      return (
        <View key={index} className={className}>
          {box}
        </View>
      )
    return (
      <Button
        key={index}
        className={className}
        ariaLabel={words.enlarge(caption || picture?.alt || `${index + 1}`)}
        onClick={() => setOpened(index)}
      >
        {box}
      </Button>
    )
  })
  const look = `b-gallery__items b-gallery__items--${layout} b-gallery__items--${perRow}`
  return (
    <View className="b-gallery">
      <EditableText
        prop="title"
        value={title}
        env={env}
        hint={words.title}
        whenEmpty="absent"
        className="b-gallery__title"
        headingLevel={2}
      />
      {items.length === 0 && <EmptyBox icon="image" text={words.empty} />}
      {layout === 'row' ? (
        <ScrollView scrollX className={look}>
          {drawn}
        </ScrollView>
      ) : (
        <View className={look}>{drawn}</View>
      )}
      {opened !== null && (
        <LargePictures pictures={pictures} first={opened} words={words} onClose={() => setOpened(null)} />
      )}
    </View>
  )
}
