import './flash-sale.css'
import { Icon, Text, View } from '#components/primitives/index.ts'
import type { Menu, ShopInfo } from '#model/shop/catalogue.ts'
import { EditableText } from '../kit/editable-text.tsx'
import { FailedBox } from '../kit/failed-box.tsx'
import { Bone, EmptyBox, LoadingBox } from '../kit/state-boxes.tsx'
import { useTimeLeft } from '../kit/use-time-left.ts'
import type { BlockEnv, BlockViewProps } from '../kit/view.ts'
import { wordsFor } from '../kit/words.ts'
import { useOrdering } from '../ordering/use-ordering.tsx'
import type { FlashSaleProps } from './definition.ts'
import { OfferCard } from './offer-card.tsx'
import { type Round, roundsOf } from './rounds-of.ts'
import { saleWords } from './words.ts'

type Block = BlockViewProps<FlashSaleProps>

export function FlashSaleView(view: Block) {
  const { data, env } = view
  const { menu, shop } = data
  const failed = [menu, shop].find((each) => each.status === 'failed')
  if (menu.status === 'ready' && shop.status === 'ready')
    return <Sale view={view} menu={menu.value} shop={shop.value} />
  return (
    <View className="b-flash-sale">
      <Title view={view} />
      {failed?.status === 'failed' ? (
        <FailedBox env={env} code={failed.code} retry={failed.retry} />
      ) : (
        <LoadingBox env={env} className="b-flash-sale__offers">
          <Bone width="100%" height="112px" />
          <Bone width="100%" height="112px" />
        </LoadingBox>
      )}
    </View>
  )
}

function Title({ view }: { readonly view: Block }) {
  const { props, env } = view
  return (
    <EditableText
      prop="title"
      value={props.title}
      env={env}
      hint={wordsFor(env.language, saleWords).titleHint}
      headingLevel={2}
      className="b-flash-sale__title"
    />
  )
}

function Sale({ view, menu, shop }: { readonly view: Block; readonly menu: Menu; readonly shop: ShopInfo }) {
  const { props, env } = view
  const words = wordsFor(env.language, saleWords)
  const ordering = useOrdering(view, menu, shop, 'page')
  const rounds = roundsOf(menu, env.nowMs, props.announced)
  const { alive, dock } = ordering
  if (rounds.length === 0 && alive && props.without === 'gone') return dock
  return (
    <View className="b-flash-sale">
      <Title view={view} />
      {rounds.length === 0 && <EmptyBox icon="flame" text={alive ? words.none : words.noneCanvas} />}
      {rounds.map((round) => (
        <View
          key={`${round.kind} ${round.turnsAtIso}`}
          className={`b-flash-sale__round b-flash-sale__round--${round.kind}`}
        >
          <Clock round={round} env={env} />
          <View className={`b-flash-sale__offers b-flash-sale__offers--${props.layout}`} ariaRole="list">
            {round.offers.map((offer) => (
              <OfferCard key={offer.sale.id} ordering={ordering} offer={offer} />
            ))}
          </View>
        </View>
      ))}
      {dock}
    </View>
  )
}

/** Until it ends, or begins. */
function Clock({ round, env }: { readonly round: Round; readonly env: BlockEnv }) {
  const words = wordsFor(env.language, saleWords)
  const left = useTimeLeft(Date.parse(round.turnsAtIso), env.nowMs, env.mode !== 'canvas')
  return (
    <View className="b-flash-sale__clock">
      <Icon name={round.kind === 'now' ? 'flame' : 'clock'} size={18} />
      <Text>{round.kind === 'now' ? words.ends : words.begins}</Text>
      <View className="b-flash-sale__figures" ariaRole="timer" ariaLabel={left ? words.left(left) : ''}>
        {left && left.days > 0 && <Text ariaHidden>{words.days(left.days)}</Text>}
        {(['hours', 'minutes', 'seconds'] as const).map((unit) => (
          <Text key={unit} className="b-flash-sale__figure" ariaHidden>
            {String(left?.[unit] ?? 0).padStart(2, '0')}
          </Text>
        ))}
      </View>
    </View>
  )
}
