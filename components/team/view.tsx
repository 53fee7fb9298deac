import { Icon, Text, View } from '#components/primitives/index.ts'
import { EditableText } from '../kit/editable-text.tsx'
import { LinkBox } from '../kit/link-box.tsx'
import { PictureBox } from '../kit/picture-box.tsx'
import { Portrait } from '../kit/portrait.tsx'
import { EmptyBox } from '../kit/state-boxes.tsx'
import type { BlockViewProps } from '../kit/view.ts'
import { wordsFor } from '../kit/words.ts'
import type { TeamProps } from './definition.ts'
import './team.css'

const words = {
  en: { title: 'Title (optional)', empty: 'Add people in the panel', name: 'Name', noPicture: 'Choose a picture' },
  'zh-CN': { title: '标题（可不填）', empty: '在属性里添加成员', name: '姓名', noPicture: '请选择照片' },
}

export function TeamView({ props, host, env }: BlockViewProps<TeamProps>) {
  const { title, layout, shape } = props
  const own = wordsFor(env.language, words)
  const onCanvas = env.mode === 'canvas'
  const people = onCanvas ? props.people : props.people.filter(({ name }) => name.trim())
  if (people.length === 0 && !onCanvas) return null
  const isList = layout === 'list'
  const isPortrait = !isList && shape === 'portrait'
  return (
    <View className="b-team">
      <EditableText
        prop="title"
        value={title}
        env={env}
        hint={own.title}
        whenEmpty="absent"
        className="b-team__title"
        headingLevel={2}
      />
      {people.length === 0 && <EmptyBox icon="users" text={own.empty} />}
      <View className={`b-team__people b-team__people--${isPortrait ? 'portrait' : layout}`}>
        {people.map(({ picture, name, role, about, link }, index) => (
          <LinkBox key={index} link={link} host={host} env={env} className="b-team__person">
            {isPortrait ? (
              <View className="b-team__picture">
                <PictureBox
                  picture={picture && { ...picture, alt: '' }}
                  sizes="50vw"
                  ratio="4 / 5"
                  emptyText={onCanvas ? own.noPicture : ''}
                />
              </View>
            ) : (
              <Portrait picture={picture} name={name} sizePx={isList ? 64 : 88} />
            )}
            <View className="b-team__words">
              <Text className="b-team__name">{name || own.name}</Text>
              {role && <Text className="b-team__role">{role}</Text>}
              {about && <Text className="b-team__about">{about}</Text>}
            </View>
            {link && isList && <Icon name="chevron-right" className="b-team__more" size={20} />}
          </LinkBox>
        ))}
      </View>
    </View>
  )
}
