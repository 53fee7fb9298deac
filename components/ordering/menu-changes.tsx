import { Button, Text, View } from '#components/primitives/index.ts'
import { changesWords } from './changes-words.ts'
import type { Reconciled } from './kept-cart.ts'
import type { MenuScene } from './scene.ts'

export interface MenuChangesProps {
  readonly scene: MenuScene
  readonly changes: Reconciled
  readonly onDismiss: () => void
}

/** What has become of the cart since it was last looked at. */
export function MenuChanges({ scene, changes, onDismiss }: MenuChangesProps) {
  const { money, env } = scene
  const words = changesWords(env)
  return (
    <View className="b-menu__changes" ariaRole="status">
      <View className="b-menu__changes-text">
        {changes.dropped.length > 0 && (
          <Text>{words.dropped(changes.dropped.join(env.language === 'en' ? ', ' : '、'))}</Text>
        )}
        {changes.reduced.map(({ name, left }) => (
          <Text key={name}>{words.reduced(name, left)}</Text>
        ))}
        {changes.repriced.map(({ name, fromMinor, toMinor }) => (
          <Text key={name}>{words.repriced(name, money(fromMinor), money(toMinor))}</Text>
        ))}
      </View>
      <Button className="b-menu__text-button" onClick={onDismiss}>
        <Text>{words.gotIt}</Text>
      </Button>
    </View>
  )
}
