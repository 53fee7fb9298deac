import { Icon, Text, View } from '#components/primitives/index.ts'
import type { ViewPropsOf } from '../kit/define-block.ts'
import { EditableText } from '../kit/editable-text.tsx'
import { LinkBox } from '../kit/link-box.tsx'
import type { TimeLeft } from '../kit/time-left.ts'
import { useTimeLeft } from '../kit/use-time-left.ts'
import { wordsFor } from '../kit/words.ts'
import type { countdown } from './definition.ts'
import './countdown.css'

const words = {
  en: {
    hint: 'What ends when?',
    over: 'This offer has ended',
    noMoment: 'Pick a moment in the panel',
    units: { days: 'days', hours: 'hours', minutes: 'min', seconds: 's' },
    left: ({ days, hours, minutes }: TimeLeft) => `${days} days, ${hours} hours and ${minutes} minutes left`,
  },
  'zh-CN': {
    hint: '什么活动，何时结束？',
    over: '活动已结束',
    noMoment: '请在属性里选择时间',
    units: { days: '天', hours: '时', minutes: '分', seconds: '秒' },
    left: ({ days, hours, minutes }: TimeLeft) => `还剩 ${days} 天 ${hours} 小时 ${minutes} 分钟`,
  },
}

export function CountdownView({ props, host, env }: ViewPropsOf<typeof countdown>) {
  const { title, endsAtMs, afterwards, doneText, link, look } = props
  const { hint, over, noMoment } = wordsFor(env.language, words)
  const onCanvas = env.mode === 'canvas'
  const left = useTimeLeft(endsAtMs, env.nowMs, !onCanvas)
  const isOver = endsAtMs !== null && !left
  if (!onCanvas && (endsAtMs === null || (isOver && afterwards === 'gone'))) return null
  return (
    <View className={`b-countdown b-countdown--${look}`}>
      <LinkBox link={link} host={host} env={env} className="b-countdown__box">
        <EditableText prop="title" value={title} env={env} hint={hint} className="b-countdown__title" />
        {left && <Figures left={left} language={env.language} />}
        {!left && (
          <View className="b-countdown__over">
            <Icon name="clock" />
            <Text>{isOver ? doneText || over : noMoment}</Text>
          </View>
        )}
      </LinkBox>
    </View>
  )
}

function Figures({ left, language }: { readonly left: TimeLeft; readonly language: 'en' | 'zh-CN' }) {
  const { units, left: inWords } = wordsFor(language, words)
  const parts = (['days', 'hours', 'minutes', 'seconds'] as const).filter((unit) => unit !== 'days' || left.days > 0)
  return (
    <View className="b-countdown__figures" ariaRole="timer" ariaLabel={inWords(left)}>
      {parts.map((unit) => (
        <View key={unit} className="b-countdown__part" ariaHidden>
          <Text className="b-countdown__figure">{String(left[unit]).padStart(2, '0')}</Text>
          <Text className="b-countdown__unit">{units[unit]}</Text>
        </View>
      ))}
    </View>
  )
}
