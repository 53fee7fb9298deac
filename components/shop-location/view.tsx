import type { ShopInfo } from '#model/shop/catalogue.ts'
import { Icon, Text, View } from '#components/primitives/index.ts'
import { EditableText } from '../kit/editable-text.tsx'
import { LinkBox } from '../kit/link-box.tsx'
import { FailedBox } from '../kit/failed-box.tsx'
import { Bone, EmptyBox, LoadingBox } from '../kit/state-boxes.tsx'
import type { BlockEnv, BlockViewProps } from '../kit/view.ts'
import { type Words, wordsFor } from '../kit/words.ts'
import type { ShopLocationProps } from './definition.ts'
import './shop-location.css'

const words: Words<{ [name in 'hint' | 'map' | 'call' | 'none']: string }> = {
  en: { hint: 'How to find you (optional)', map: 'Directions', call: 'Call', none: 'The address will follow soon.' },
  'zh-CN': { hint: '到店指引（可不填）', map: '导航到店', call: '拨打电话', none: '门店地址即将公布。' },
}

export function ShopLocationView(block: BlockViewProps<ShopLocationProps>) {
  const { shop } = block.data
  return (
    <View className="b-shop-location">
      <View className="b-shop-location__card">
        {shop.status === 'loading' && <LocationSkeleton env={block.env} showMap={block.props.showMap} />}
        {shop.status === 'failed' && <FailedBox env={block.env} code={shop.code} retry={shop.retry} />}
        {shop.status === 'ready' && <Location block={block} shop={shop.value} />}
      </View>
    </View>
  )
}

function Location({ block, shop }: { readonly block: BlockViewProps<ShopLocationProps>; readonly shop: ShopInfo }) {
  const { props, host, env } = block
  const { hint, map, call, none } = wordsFor(env.language, words)
  const address = shop.address.text
  const phone = props.showPhone ? shop.phone : ''
  if (!address && !phone) return <EmptyBox icon="map-pin" text={none} />
  return (
    <>
      {props.showMap && address && (
        <LinkBox link={{ kind: 'map' }} host={host} env={env} className="b-shop-location__map" ariaLabel={map}>
          <View className="b-shop-location__roads" />
          <View className="b-shop-location__pin">
            <Icon name="store" size={20} className="b-shop-location__pin-face" />
          </View>
        </LinkBox>
      )}
      <View className="b-shop-location__body">
        <Text className="b-shop-location__name">{shop.name}</Text>
        {address && (
          <View className="b-shop-location__line">
            <Icon name="map-pin" className="b-shop-location__icon" />
            <Text>{address}</Text>
          </View>
        )}
        {props.directions && (
          <View className="b-shop-location__line b-shop-location__line--quiet">
            <Icon name="info" className="b-shop-location__icon" />
            <EditableText
              prop="directions"
              value={props.directions}
              env={env}
              hint={hint}
              className="b-shop-location__directions"
            />
          </View>
        )}
        <View className="b-shop-location__buttons">
          {address && (
            <LinkBox
              link={{ kind: 'map' }}
              host={host}
              env={env}
              className="b-shop-location__button b-shop-location__button--main"
            >
              <Icon name="map-pin" />
              <Text>{map}</Text>
            </LinkBox>
          )}
          {phone && (
            <LinkBox
              link={{ kind: 'phone', number: phone }}
              host={host}
              env={env}
              className="b-shop-location__button"
              ariaLabel={`${call} ${phone}`}
            >
              <Icon name="phone" />
              <Text>{call}</Text>
            </LinkBox>
          )}
        </View>
      </View>
    </>
  )
}

function LocationSkeleton({ env, showMap }: { readonly env: BlockEnv; readonly showMap: boolean }) {
  return (
    <LoadingBox env={env}>
      {showMap && <Bone className="b-shop-location__map-bone" />}
      <View className="b-shop-location__body">
        <Bone width="8em" height="1.2em" />
        <Bone width="80%" />
        <View className="b-shop-location__buttons">
          <Bone className="b-shop-location__button-bone" />
          <Bone className="b-shop-location__button-bone" />
        </View>
      </View>
    </LoadingBox>
  )
}
