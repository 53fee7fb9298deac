import { Text, View } from '#components/primitives/index.ts'
import { EditableText } from '../kit/editable-text.tsx'
import { LinkBox } from '../kit/link-box.tsx'
import { PictureBox } from '../kit/picture-box.tsx'
import { EmptyBox } from '../kit/state-boxes.tsx'
import type { BlockViewProps } from '../kit/view.ts'
import { wordsFor } from '../kit/words.ts'
import type { ArticleListProps } from './definition.ts'
import './article-list.css'

const words = {
  en: { title: 'Title (optional)', empty: 'Add articles in the panel', article: 'Title of the article' },
  'zh-CN': { title: '标题（可不填）', empty: '在属性里添加文章', article: '文章标题' },
}

export function ArticleListView({ props, host, env }: BlockViewProps<ArticleListProps>) {
  const { title, layout } = props
  const own = wordsFor(env.language, words)
  const onCanvas = env.mode === 'canvas'
  const items = onCanvas ? props.items : props.items.filter((item) => item.title.trim())
  if (items.length === 0 && !onCanvas) return null
  return (
    <View className="b-article-list">
      <EditableText
        prop="title"
        value={title}
        env={env}
        hint={own.title}
        whenEmpty="absent"
        className="b-article-list__title"
        headingLevel={2}
      />
      {items.length === 0 && <EmptyBox icon="article" text={own.empty} />}
      <View className={`b-article-list__items b-article-list__items--${layout}`}>
        {items.map(({ picture, title: name, summary, note, link }, index) => {
          const isSide = layout === 'side' || (layout === 'large' && index > 0)
          return (
            <LinkBox
              key={index}
              link={link}
              host={host}
              env={env}
              className={`b-article-list__item b-article-list__item--${isSide ? 'side' : 'stacked'}`}
            >
              {picture && (
                <View className="b-article-list__picture">
                  <PictureBox
                    picture={{ ...picture, alt: '' }}
                    sizes={isSide ? '96px' : layout === 'grid' ? '50vw' : '100vw'}
                    ratio={isSide ? '1 / 1' : layout === 'grid' ? '4 / 3' : '16 / 9'}
                    emptyText=""
                  />
                </View>
              )}
              <View className="b-article-list__words">
                <Text className="b-article-list__name">{name || own.article}</Text>
                {summary && layout !== 'grid' && <Text className="b-article-list__summary">{summary}</Text>}
                {note && <Text className="b-article-list__note">{note}</Text>}
              </View>
            </LinkBox>
          )
        })}
      </View>
    </View>
  )
}
