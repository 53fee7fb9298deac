import { useState } from 'react'
import { Button, Icon, Swiper, SwiperItem, Text, View } from '#components/primitives/index.ts'
import type { ViewPropsOf } from '../kit/define-block.ts'
import { LinkBox } from '../kit/link-box.tsx'
import { PictureBox } from '../kit/picture-box.tsx'
import { wordsFor } from '../kit/words.ts'
import type { bannerCarousel } from './definition.ts'
import './banner-carousel.css'

const words = {
  en: {
    label: 'Highlights',
    empty: 'Add pictures in the panel',
    noPicture: 'Choose a picture',
    stop: 'Stop moving',
    start: 'Keep moving',
  },
  'zh-CN': { label: '精选', empty: '在属性里添加图片', noPicture: '请选择图片', stop: '停止轮播', start: '继续轮播' },
}

export function BannerCarouselView({ props, host, env }: ViewPropsOf<typeof bannerCarousel>) {
  const { label, empty, noPicture, stop, start } = wordsFor(env.language, words)
  const { ratio, shape, autoplay, intervalSeconds } = props
  const [stopped, setStopped] = useState(false)
  const onCanvas = env.mode === 'canvas'
  const slides = onCanvas ? props.slides : props.slides.filter((slide) => slide.picture)
  const css = `${ratio.replace(':', ' / ')}`
  if (slides.length === 0) {
    if (!onCanvas) return null
    return (
      <View className={`b-banner-carousel b-banner-carousel--${shape}`}>
        <View className="b-banner-carousel__frame">
          <PictureBox picture={null} sizes="100vw" ratio={css} emptyText={empty} />
        </View>
      </View>
    )
  }
  const moves = autoplay && slides.length > 1 && !onCanvas
  return (
    <View className={`b-banner-carousel b-banner-carousel--${shape}`}>
      <View className="b-banner-carousel__frame">
        <Swiper autoplay={moves && !stopped} interval={intervalSeconds * 1000} indicatorDots ariaLabel={label}>
          {slides.map((slide, index) => (
            <SwiperItem key={index}>
              <LinkBox
                link={slide.link}
                host={host}
                env={env}
                className="b-banner-carousel__slide"
                ariaLabel={slide.title ? undefined : slide.picture?.alt || label}
              >
                <PictureBox
                  picture={slide.picture}
                  sizes="(max-width: 480px) 100vw, 480px"
                  ratio={css}
                  emptyText={noPicture}
                  eager={index === 0}
                />
                {(slide.title || slide.subtitle) && (
                  <View
                    className={
                      ratio === '5:2'
                        ? 'b-banner-carousel__words b-banner-carousel__words--low'
                        : 'b-banner-carousel__words'
                    }
                  >
                    {slide.title && <Text className="b-banner-carousel__title">{slide.title}</Text>}
                    {slide.subtitle && <Text className="b-banner-carousel__subtitle">{slide.subtitle}</Text>}
                  </View>
                )}
              </LinkBox>
            </SwiperItem>
          ))}
        </Swiper>
        {moves && (
          <Button
            className="b-banner-carousel__pause"
            ariaLabel={stopped ? start : stop}
            onClick={() => setStopped(!stopped)}
          >
            <View className="b-banner-carousel__pause-face">
              <Icon name={stopped ? 'play' : 'pause'} size={14} />
            </View>
          </Button>
        )}
      </View>
    </View>
  )
}
