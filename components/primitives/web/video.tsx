import type { PropsOfPrimitive } from '../props.ts'
import { domAttributes } from './dom-attributes.ts'

export function Video(props: PropsOfPrimitive<'Video'>) {
  const { src, poster, loop, objectFit = 'contain' } = props
  return (
    <video
      {...domAttributes(props, `sw-video sw-video--${objectFit}`)}
      src={src}
      poster={poster}
      loop={loop}
      controls
      playsInline
      preload="none"
    />
  )
}
