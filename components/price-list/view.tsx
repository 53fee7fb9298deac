import { Text, View } from '#components/primitives/index.ts'
import { EditableText } from '../kit/editable-text.tsx'
import { Price } from '../kit/price.tsx'
import { Bone, EmptyBox } from '../kit/state-boxes.tsx'
import type { BlockEnv, BlockViewProps } from '../kit/view.ts'
import { wordsFor } from '../kit/words.ts'
import type { PriceListProps } from './definition.ts'
import './price-list.css'

const words = {
  en: {
    title: 'Prices',
    footnote: 'Footnote (optional)',
    empty: 'Add lines in the panel',
    name: 'Name',
    group: 'Heading',
    from: 'from',
    before: 'Before',
    onRequest: 'on request',
  },
  'zh-CN': {
    title: '价目表',
    footnote: '备注（可不填）',
    empty: '在属性里添加项目',
    name: '名称',
    group: '分组标题',
    from: '起',
    before: '原价',
    onRequest: '请咨询',
  },
}

type Line = PriceListProps['items'][number]

export function PriceListView({ props, data, env }: BlockViewProps<PriceListProps>) {
  const { title, footnote, look } = props
  const own = wordsFor(env.language, words)
  const onCanvas = env.mode === 'canvas'
  const items = onCanvas ? props.items : props.items.filter(({ name }) => name.trim())
  if (items.length === 0 && !onCanvas) return null
  const currency = data.shop.status === 'ready' ? data.shop.value.currency : undefined
  return (
    <View className={`b-price-list b-price-list--${look}`}>
      <EditableText
        prop="title"
        value={title}
        env={env}
        hint={own.title}
        whenEmpty="absent"
        className="b-price-list__title"
        headingLevel={2}
      />
      {items.length === 0 && <EmptyBox icon="tag" text={own.empty} />}
      <View className="b-price-list__lines">
        {items.map((line, index) =>
          line.kind === 'group' ? (
            <Text key={index} className="b-price-list__group" ariaRole="heading" ariaLevel={3}>
              {line.name || own.group}
            </Text>
          ) : (
            <PriceLine key={index} line={line} currency={currency} env={env} />
          ),
        )}
      </View>
      <EditableText
        prop="footnote"
        value={footnote}
        env={env}
        hint={own.footnote}
        whenEmpty="absent"
        className="b-price-list__footnote"
      />
    </View>
  )
}

/** @param props.currency - undefined while the shop is not known */
function PriceLine(props: { readonly line: Line; readonly currency: string | undefined; readonly env: BlockEnv }) {
  const { line, currency, env } = props
  const own = wordsFor(env.language, words)
  return (
    <View className="b-price-list__line">
      <View className="b-price-list__top">
        <Text className="b-price-list__name">{line.name || own.name}</Text>
        <View className="b-price-list__dots" ariaHidden />
        {currency === undefined ? (
          <Bone width="3em" />
        ) : (
          <View className="b-price-list__price">
            <Amounts line={line} currency={currency} env={env} />
          </View>
        )}
      </View>
      {line.note && <Text className="b-price-list__note">{line.note}</Text>}
    </View>
  )
}

function Amounts({ line, currency, env }: { readonly line: Line; readonly currency: string; readonly env: BlockEnv }) {
  const { priceMinor, beforeMinor, from } = line
  const own = wordsFor(env.language, words)
  if (priceMinor === null) return <Text className="b-price-list__word">{own.onRequest}</Text>
  const isEnglish = env.language === 'en'
  const fromWord = from && <Text className="b-price-list__word">{own.from}</Text>
  return (
    <>
      {beforeMinor !== null && beforeMinor > priceMinor && (
        <View className="b-price-list__before" ariaRole="group" ariaLabel={own.before}>
          <Price amountMinor={beforeMinor} currency={currency} env={env} />
        </View>
      )}
      {isEnglish && fromWord}
      <Price amountMinor={priceMinor} currency={currency} env={env} className="b-price-list__amount" />
      {!isEnglish && fromWord}
    </>
  )
}
