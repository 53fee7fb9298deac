import { useState } from 'react'
import { Button, Icon, Text, View } from '#components/primitives/index.ts'
import type { Quote } from '#model/shop/orders.ts'
import { failureWords } from '../kit/failure-words.ts'
import type { Host } from '../kit/host.ts'
import { noteLogin } from '../kit/use-login-return.ts'
import { type Words, wordsFor } from '../kit/words.ts'
import type { MenuScene } from './scene.ts'

export interface DeliveryLineProps {
  readonly scene: MenuScene
  readonly host: Host
  readonly nodeId: string
  /** Null as long as the shop has not said that it delivers there. */
  readonly quote: Quote | null
}

const en = {
  to: (zone: string) => `To your address (${zone})`,
  where: 'Where shall it go?',
  kept: 'Your address is kept by the platform and told to the shop alone.',
  add: 'Add an address',
  change: 'Change',
}
const zh: typeof en = {
  to: (zone) => `送到您的地址（${zone}）`,
  where: '送到哪里？',
  kept: '地址由平台保管，只告知商家用于配送。',
  add: '填写收货地址',
  change: '更换',
}
const words: Words<typeof en> = { en, 'zh-CN': zh }

/** Where the order goes. The platform asks for the address on a page of its own; the program never learns it. */
export function DeliveryLine({ scene, host, nodeId, quote }: DeliveryLineProps) {
  const { language } = scene.env
  const own = wordsFor(language, words)
  const [busy, setBusy] = useState(false)
  const ask = async () => {
    setBusy(true)
    await noteLogin(host, nodeId)
    const { failure } = await host.login({
      nodeId,
      reason: 'order-contact',
      fields: ['name', 'phone', 'area', 'address'],
    })
    setBusy(false)
    void noteLogin(host, null)
    host.toast(failureWords(failure.code, language))
  }
  const zone = quote?.delivery?.zoneName
  return (
    <View className="b-menu__group">
      <View className="b-menu__at">
        <Icon name="map-pin" />
        <Text className="b-menu__at-name">{zone === undefined ? own.where : own.to(zone)}</Text>
        <Button className="b-menu__text-button" ariaBusy={busy} disabled={busy} onClick={() => void ask()}>
          <Text>{zone === undefined ? own.add : own.change}</Text>
        </Button>
      </View>
      <Text className="b-menu__small">{own.kept}</Text>
    </View>
  )
}
