import type { ShopInfo } from '#model/shop/catalogue.ts'
import { Button, Icon, Text, View } from '#components/primitives/index.ts'
import type { ViewPropsOf } from '../kit/define-block.ts'
import { EditableText } from '../kit/editable-text.tsx'
import { FailedBox } from '../kit/failed-box.tsx'
import { LinkBox } from '../kit/link-box.tsx'
import { Bone, EmptyBox, LoadingBox } from '../kit/state-boxes.tsx'
import { wordsFor } from '../kit/words.ts'
import type { contactButtons } from './definition.ts'
import './contact-buttons.css'
import { wayOf, type Way } from './way.ts'
import { contactButtonsWords } from './words.ts'

type Block = ViewPropsOf<typeof contactButtons>

export function ContactButtonsView(block: Block) {
  const { props, data, env } = block
  const words = wordsFor(env.language, contactButtonsWords)
  const isCanvas = env.mode === 'canvas'
  const { shop } = data
  if (props.ways.length === 0) return isCanvas ? <EmptyBox icon="message" text={words.empty} /> : null
  return (
    <View className={`b-contact-buttons b-contact-buttons--${props.look}`}>
      <EditableText
        prop="title"
        value={props.title}
        env={env}
        hint={words.title}
        whenEmpty="absent"
        className="b-contact-buttons__title"
        headingLevel={2}
      />
      {shop.status === 'loading' && (
        <LoadingBox env={env} className="b-contact-buttons__bones">
          <View className="b-contact-buttons__ways">
            {props.ways.map((_, index) => (
              <Bone key={index} className="b-contact-buttons__bone" />
            ))}
          </View>
        </LoadingBox>
      )}
      {shop.status === 'failed' && <FailedBox env={env} code={shop.code} retry={shop.retry} />}
      {shop.status === 'ready' && <Ways block={block} shop={shop.value} />}
    </View>
  )
}

function Ways({ block, shop }: { readonly block: Block; readonly shop: ShopInfo }) {
  const { props, host, env } = block
  const words = wordsFor(env.language, contactButtonsWords)
  const isCanvas = env.mode === 'canvas'
  const copy = async ({ value }: Way) => {
    const copied = await host.copy(value)
    // The preview says by itself that nothing is really done there.
    if (copied.ok || copied.failure.code !== 'preview-only')
      await host.toast(copied.ok ? words.copied(value) : words.copyFailed(value))
  }
  return (
    <View className="b-contact-buttons__ways">
      {props.ways.map((item, index) => {
        const way = wayOf(item, shop)
        if (!way && !isCanvas) return null
        const face = (
          <Face
            kind={item.kind}
            label={item.label || words.does[item.kind]}
            note={way ? way.value : words.incomplete}
          />
        )
        return way && !way.link && !isCanvas ? (
          <Button key={index} className="b-contact-buttons__way" onClick={() => void copy(way)}>
            {face}
          </Button>
        ) : (
          <LinkBox key={index} link={way?.link ?? null} host={host} env={env} className="b-contact-buttons__way">
            {face}
          </LinkBox>
        )
      })}
    </View>
  )
}

function Face({ kind, label, note }: { readonly kind: Way['kind']; readonly label: string; readonly note: string }) {
  return (
    <>
      <View className={`b-contact-buttons__icon b-contact-buttons__icon--${kind}`}>
        {kind === 'call' && <Icon name="phone" />}
        {kind === 'sms' && <Icon name="message" />}
        {kind === 'wechat' && <Icon name="chat" />}
        {kind === 'mail' && <Icon name="mail" />}
        {kind === 'map' && <Icon name="map-pin" />}
      </View>
      <View className="b-contact-buttons__words">
        <Text className="b-contact-buttons__label">{label}</Text>
        <Text className="b-contact-buttons__note">{note}</Text>
      </View>
      <View className="b-contact-buttons__end">
        {kind === 'wechat' ? <Icon name="copy" size={18} /> : <Icon name="chevron-right" size={18} />}
      </View>
    </>
  )
}
