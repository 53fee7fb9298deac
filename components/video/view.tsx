import { Icon, Text, Video, View } from '#components/primitives/index.ts'
import { EditableText } from '../kit/editable-text.tsx'
import { PictureBox } from '../kit/picture-box.tsx'
import { pictureUrl } from '../kit/picture-url.ts'
import type { BlockViewProps } from '../kit/view.ts'
import { wordsFor } from '../kit/words.ts'
import type { VideoProps } from './definition.ts'
import { videoOrigin } from './video-address.ts'
import './video.css'

const words = {
  en: {
    empty: 'Enter the address of a video in the panel',
    wrong: 'This is no https:// address of a video file',
    later: 'Plays in the published page',
    video: 'Video',
    caption: 'Caption (optional)',
  },
  'zh-CN': {
    empty: '在属性里填写视频地址',
    wrong: '这不是以 https:// 开头的视频文件地址',
    later: '发布后可播放',
    video: '视频',
    caption: '说明文字（可不填）',
  },
}

export function VideoView({ props, env }: BlockViewProps<VideoProps>) {
  const { poster, about, caption, ratio, shape, loop } = props
  const own = wordsFor(env.language, words)
  const url = props.url.trim()
  const isPlayable = videoOrigin(url) !== undefined
  const onCanvas = env.mode === 'canvas'
  if (!isPlayable && !onCanvas) return null
  const css = ratio.replace(':', ' / ')
  return (
    <View className={`b-video b-video--${shape}${ratio === '9:16' ? ' b-video--upright' : ''}`}>
      <View className="b-video__frame" style={{ aspectRatio: css }}>
        {env.mode === 'live' ? (
          <Video
            className="b-video__film"
            src={url}
            poster={poster ? pictureUrl(poster.url, 640) : undefined}
            loop={loop}
            objectFit="cover"
            ariaLabel={about || caption || own.video}
          />
        ) : (
          <>
            {(poster || !isPlayable) && (
              <PictureBox picture={poster} sizes="100vw" ratio={css} emptyText={url ? own.wrong : own.empty} />
            )}
            {isPlayable && (
              <View className="b-video__cover">
                <View className="b-video__play">
                  <Icon name="play" size={26} />
                </View>
                {!onCanvas && <Text className="b-video__later">{own.later}</Text>}
              </View>
            )}
          </>
        )}
      </View>
      <EditableText
        prop="caption"
        value={caption}
        env={env}
        hint={own.caption}
        whenEmpty="absent"
        className="b-video__caption"
      />
    </View>
  )
}
