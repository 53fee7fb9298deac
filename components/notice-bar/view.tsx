import { Icon, View } from '#components/primitives/index.ts'
import type { ViewPropsOf } from '../kit/define-block.ts'
import { EditableText } from '../kit/editable-text.tsx'
import { LinkBox } from '../kit/link-box.tsx'
import type { noticeBar } from './definition.ts'
import './notice-bar.css'

export function NoticeBarView({ props, host, env }: ViewPropsOf<typeof noticeBar>) {
  const { text, link, tone, icon, wrap } = props
  const onCanvas = env.mode === 'canvas'
  if (!text && !onCanvas) return null
  const hint = env.language === 'en' ? 'What is new?' : '有什么新消息？'
  return (
    <View className="b-notice-bar">
      <LinkBox link={link} host={host} env={env} className={`b-notice-bar__bar b-notice-bar__bar--${tone}`}>
        <Icon name={icon} className="b-notice-bar__icon" />
        <View className={wrap || onCanvas ? 'b-notice-bar__window' : 'b-notice-bar__window b-notice-bar__window--line'}>
          <EditableText prop="text" value={text} env={env} hint={hint} className="b-notice-bar__text" />
        </View>
        {link && <Icon name="chevron-right" className="b-notice-bar__more" />}
      </LinkBox>
    </View>
  )
}
