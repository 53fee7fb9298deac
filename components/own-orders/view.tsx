import './own-orders.css'
import { useState } from 'react'
import { Button, Text, View } from '#components/primitives/index.ts'
import { EditableText } from '../kit/editable-text.tsx'
import { FailedBox } from '../kit/failed-box.tsx'
import { Bone, EmptyBox, LoadingBox } from '../kit/state-boxes.tsx'
import type { BlockViewProps } from '../kit/view.ts'
import type { OwnOrdersProps } from './definition.ts'
import { OrderRow } from './order-row.tsx'
import { ownOrdersWords } from './words.ts'

export function OwnOrdersView(view: BlockViewProps<OwnOrdersProps>) {
  const { props, env } = view
  const words = ownOrdersWords(env)
  return (
    <View className="b-own-orders">
      <EditableText
        prop="title"
        value={props.title}
        env={env}
        hint={words.titleHint}
        headingLevel={2}
        className="b-own-orders__title"
      />
      <Orders view={view} />
    </View>
  )
}

function Orders({ view }: { readonly view: BlockViewProps<OwnOrdersProps> }) {
  const { props, data, host, env } = view
  const { orders, shop } = data
  const words = ownOrdersWords(env)
  const [isWhole, setWhole] = useState(false)
  if (orders.status === 'failed') return <FailedBox env={env} code={orders.code} retry={orders.retry} />
  if (orders.status === 'loading')
    return (
      <LoadingBox env={env} className="b-own-orders__list">
        <Bone height="84px" />
        <Bone height="84px" />
      </LoadingBox>
    )
  if (orders.value.length === 0) return <EmptyBox icon="bag" text={words.empty} />
  const alive = env.mode !== 'canvas'
  const shown = isWhole ? orders.value : orders.value.slice(0, props.shown)
  const hidden = orders.value.length - shown.length
  return (
    <>
      <View className="b-own-orders__list" ariaRole="list">
        {shown.map((order) => (
          <View key={order.id} ariaRole="listitem">
            <OrderRow
              order={order}
              timeZone={shop.status === 'ready' ? shop.value.timeZone : undefined}
              env={env}
              onOpen={alive ? () => host.openOrder(order.id) : undefined}
            />
          </View>
        ))}
      </View>
      {hidden > 0 && (
        <Button className="b-own-orders__more" onClick={alive ? () => setWhole(true) : undefined}>
          <Text>{words.more(hidden)}</Text>
        </Button>
      )}
    </>
  )
}
