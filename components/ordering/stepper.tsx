import { Button, Icon, Text, View } from '#components/primitives/index.ts'
import type { MenuWords } from './words.ts'

interface StepperProps {
  readonly words: MenuWords
  /** What is counted, for those who hear it. */
  readonly name: string
  readonly count: number
  readonly onChange?: ((count: number) => void) | undefined
  readonly most?: number | undefined
  /** The minus rests at this. */
  readonly fewest?: number
}

/** A round plus that grows a minus and a number once there is something to count. */
export function Stepper({ words, name, count, onChange, most = 99, fewest = 0 }: StepperProps) {
  return (
    <View className="b-menu__stepper">
      {count > 0 && (
        <Button
          className="b-menu__step b-menu__step--less"
          ariaLabel={words.less(name)}
          disabled={count <= fewest}
          onClick={() => onChange?.(count - 1)}
        >
          <Icon name="minus" size={16} />
        </Button>
      )}
      {count > 0 && (
        <Text className="b-menu__count" ariaLive="polite">
          {count}
        </Text>
      )}
      <Button
        // The same element before and after the first tap, so the focus stays on it.
        key="more"
        // Says before any script is there how often it was pressed; see `runtime/live/loader.ts`.
        data-echo={count || most === 0 ? undefined : ''}
        className="b-menu__step b-menu__step--more"
        ariaLabel={count ? words.more(name) : words.add(name)}
        disabled={count >= most}
        onClick={() => onChange?.(count + 1)}
      >
        <Icon name="plus" size={16} />
      </Button>
    </View>
  )
}
