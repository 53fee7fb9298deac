import { Button, Icon, Text, View } from '#components/primitives/index.ts'
import type { MenuScene } from './scene.ts'
import { sheetWords } from './sheet-words.ts'

/** Where the main button leads while no table is chosen. */
export const tableAreaId = 'checkout-table'

interface TableChoiceProps {
  readonly scene: MenuScene
  readonly tableId: string | null
  /** The table is known from the code on it: it is said, not asked. */
  readonly known: boolean
  readonly onChoose: (tableId: string) => void
  readonly onChange: () => void
}

export function TableChoice({ scene, tableId, known, onChoose, onChange }: TableChoiceProps) {
  const { shop } = scene
  const own = sheetWords(scene.env)
  const table = shop.tables.find((each) => each.id === tableId)
  if (known && table)
    return (
      <View className="b-menu__group b-menu__at">
        <Icon name="map-pin" />
        <Text className="b-menu__at-name">{own.tableName(table.label)}</Text>
        <Button className="b-menu__text-button" onClick={onChange}>
          <Text>{own.changeTable}</Text>
        </Button>
      </View>
    )
  return (
    <View id={tableAreaId} className="b-menu__group" ariaRole="radiogroup" ariaLabel={own.chooseTable}>
      <Text className="b-menu__group-name">{own.table}</Text>
      <View className="b-menu__chips">
        {shop.tables.map(({ id, label }) => (
          <View key={id} className={`b-menu__chip b-menu__chip--table${id === tableId ? ' b-menu__chip--on' : ''}`}>
            <View
              className="b-menu__chip-tap"
              ariaRole="radio"
              ariaChecked={id === tableId}
              onClick={() => onChoose(id)}
            >
              <Text>{label}</Text>
            </View>
          </View>
        ))}
      </View>
    </View>
  )
}

interface PayOptionProps {
  readonly name: string
  readonly hint: string
  readonly on: boolean
  readonly onTap: () => void
}

export function PayOption({ name, hint, on, onTap }: PayOptionProps) {
  return (
    <View className="b-menu__pay" ariaRole="radio" ariaChecked={on} onClick={onTap}>
      <View className="b-menu__pay-about">
        <Text>{name}</Text>
        <Text className="b-menu__small">{hint}</Text>
      </View>
      <View className={`b-menu__dot${on ? ' b-menu__dot--on' : ''}`} />
    </View>
  )
}
