import { Icon, View } from '#components/primitives/index.ts'
import { EditableText } from '../kit/editable-text.tsx'
import { LinkBox } from '../kit/link-box.tsx'
import type { BlockViewProps } from '../kit/view.ts'
import { wordsFor } from '../kit/words.ts'
import type { FloatingButtonProps } from './definition.ts'
import './floating-button.css'

const words = {
  en: { hint: 'Words', open: 'Open' },
  'zh-CN': { hint: '文字', open: '打开' },
}

export function FloatingButtonView({ props, host, env }: BlockViewProps<FloatingButtonProps>) {
  const { label, icon, link, look, side, height } = props
  const own = wordsFor(env.language, words)
  const onCanvas = env.mode === 'canvas'
  // Without a link it would be a button that does nothing, and in the way.
  if (!link && !onCanvas) return null
  // On the canvas it stands where it was placed, so that it can be found and chosen.
  const place = onCanvas ? 'here' : height
  return (
    <View className={`b-floating-button b-floating-button--${side} b-floating-button--${place}`}>
      <LinkBox
        link={link}
        host={host}
        env={env}
        className={`b-floating-button__face b-floating-button__face--${look}`}
        ariaLabel={look === 'round' || !label ? label || own.open : undefined}
      >
        <Icon name={icon} size={24} />
        {look === 'pill' && (
          <EditableText prop="label" value={label} env={env} hint={own.hint} className="b-floating-button__label" />
        )}
      </LinkBox>
    </View>
  )
}
