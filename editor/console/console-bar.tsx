import { ArrowLeft, PencilRuler, Volume2, VolumeX } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import type { StreamState } from '#editor/api/index.ts'
import { AccountMenu } from '#editor/home/index.ts'
import { Link, paths } from '#editor/router.tsx'
import { Button, buttonClass, Popover, Switch } from '#editor/ui/index.ts'
import { useWords } from '#editor/words/use-words.ts'
import type { Me } from '#platform/contract/merchant.ts'
import { switchNotification, useNotification } from './notification.ts'
import { useShop } from './shop-context.ts'
import { chime, switchSound, useSound } from './sound.ts'

export function ConsoleBar({ me, stream }: { readonly me: Me; readonly stream: StreamState }) {
  const words = useWords()
  const { program } = useShop()
  return (
    <header className="console-bar">
      <Link to={paths.home} className="ui-icon-button" aria-label={words.home.programsTitle}>
        <ArrowLeft size={18} aria-hidden />
      </Link>
      <span className="console-bar__name">{program.name}</span>
      <span className={`console-live console-live--${stream}`} role="status">
        <i aria-hidden />
        <span className="console-live__words">{words.console.stream[stream]}</span>
      </span>
      <span className="console-bar__space" />
      <SoundButton />
      <Link to={paths.studio(program.id)} className={`${buttonClass({})} console-bar__editor`}>
        <PencilRuler size={16} aria-hidden />
        <span>{words.console.toEditor}</span>
      </Link>
      <AccountMenu me={me} />
    </header>
  )
}

function SoundButton() {
  const words = useWords()
  const { isOn } = useSound()
  const { isOn: isNotifying, isDenied } = useNotification()
  return (
    <Popover
      label={words.console.sound}
      placement="bottom end"
      widthPx={280}
      trigger={
        <AriaButton className="ui-icon-button" aria-label={isOn ? words.console.soundOn : words.console.soundOff}>
          {isOn ? <Volume2 size={18} aria-hidden /> : <VolumeX size={18} aria-hidden />}
        </AriaButton>
      }
    >
      {() => (
        <div className="console-sound">
          <Switch
            label={words.console.soundSwitch}
            help={words.console.soundHelp}
            isSelected={isOn}
            onChange={switchSound}
          />
          <Switch
            label={words.console.notifySwitch}
            help={isDenied ? words.console.notifyDenied : words.console.notifyHelp}
            isSelected={isNotifying}
            isDisabled={isDenied}
            onChange={(isWanted) => void switchNotification(isWanted)}
          />
          <Button isWide onPress={chime} icon={<Volume2 size={16} aria-hidden />}>
            {words.console.soundTest}
          </Button>
        </div>
      )}
    </Popover>
  )
}
