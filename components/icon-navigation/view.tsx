import { Icon, Text, View } from '#components/primitives/index.ts'
import type { ViewPropsOf } from '../kit/define-block.ts'
import { LinkBox } from '../kit/link-box.tsx'
import { EmptyBox } from '../kit/state-boxes.tsx'
import type { iconNavigation } from './definition.ts'
import './icon-navigation.css'

export function IconNavigationView({ props, host, env }: ViewPropsOf<typeof iconNavigation>) {
  const { items, columns, style } = props
  if (items.length === 0) {
    if (env.mode !== 'canvas') return null
    return <EmptyBox icon="grid" text={env.language === 'en' ? 'Add icons in the panel' : '在属性里添加图标'} />
  }
  return (
    <View className={`b-icon-navigation b-icon-navigation--${style} b-icon-navigation--${columns}`}>
      {items.map((item, index) => (
        <LinkBox key={index} link={item.link} host={host} env={env} className="b-icon-navigation__item">
          <View className="b-icon-navigation__face">
            <Icon name={item.icon} size={24} />
          </View>
          <Text className="b-icon-navigation__label">{item.label}</Text>
        </LinkBox>
      ))}
    </View>
  )
}
