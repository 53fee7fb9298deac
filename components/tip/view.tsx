import './tip.css'
import { Icon, Text, View } from '#components/primitives/index.ts'
import type { ShopInfo } from '#model/shop/catalogue.ts'
import { EditableText } from '../kit/editable-text.tsx'
import { FailedBox } from '../kit/failed-box.tsx'
import { formatMoney } from '../kit/money.ts'
import { Bone, EmptyBox, LoadingBox } from '../kit/state-boxes.tsx'
import type { BlockViewProps } from '../kit/view.ts'
import { wordsFor } from '../kit/words.ts'
import type { TipProps } from './definition.ts'
import { TipForm, type TippedOrder } from './tip-form.tsx'
import { latestOrder } from './tippable.ts'
import { tipWords } from './words.ts'

type Block = BlockViewProps<TipProps>

export function TipView(view: Block) {
  const { props, data, env } = view
  const words = wordsFor(env.language, tipWords)
  const { shop } = data
  const orders = data.orders
  const failed = [shop, orders].find((each) => each.status === 'failed')
  return (
    <View className="b-tip">
      <View className="b-tip__card">
        <EditableText
          prop="title"
          value={props.title}
          env={env}
          hint={words.titleHint}
          headingLevel={3}
          className="b-tip__title"
        />
        <EditableText
          prop="line"
          value={props.line}
          env={env}
          hint={words.lineHint}
          whenEmpty="absent"
          className="b-tip__line"
        />
        {failed?.status === 'failed' ? (
          <FailedBox env={env} code={failed.code} retry={failed.retry} />
        ) : shop.status === 'ready' && (orders.status === 'ready' || env.mode === 'canvas') ? (
          <Tip
            view={view}
            shop={shop.value}
            order={
              orders.status === 'ready' && env.mode !== 'canvas'
                ? latestOrder(orders.value, env.nowMs)
                : onCanvas(shop.value)
            }
          />
        ) : (
          <LoadingBox env={env} className="b-tip__form">
            <Bone width="60%" />
            <Bone height="56px" />
            <Bone height="48px" />
          </LoadingBox>
        )}
      </View>
    </View>
  )
}

function Tip(props: { readonly view: Block; readonly shop: ShopInfo; readonly order: TippedOrder | undefined }) {
  const { view, shop, order } = props
  const { env } = view
  const words = wordsFor(env.language, tipWords)
  if (!order) return <EmptyBox icon="heart" text={words.noOrder} />
  if (order.tip)
    return (
      <View className="b-tip__thanks" ariaRole="status">
        <View className="b-tip__heart">
          <Icon name="heart" size={28} />
        </View>
        <Text className="b-tip__thanks-title">{words.thanks}</Text>
        <Text className="b-tip__line">
          {words.given(formatMoney(order.tip.amountMinor, order.currency, env.language))}
        </Text>
      </View>
    )
  return <TipForm key={order.id} view={view} shop={shop} order={order} />
}

/** Nobody orders on the canvas: how it looks to somebody who has. */
const onCanvas = ({ currency }: ShopInfo): TippedOrder => ({ id: 'order', number: 17, totalMinor: 6800, currency })
