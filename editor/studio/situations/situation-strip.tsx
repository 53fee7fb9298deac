import { ChevronDown, CircleQuestionMark, Undo2 } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button as PlainButton, Radio, RadioGroup } from 'react-aria-components'
import { situationIds, type SituationId } from '#components/kit/situations.ts'
import { fullDayText, dayIn, timeText } from '#components/kit/shop-time.ts'
import { Button } from '#editor/ui/button.tsx'
import { Menu } from '#editor/ui/menu.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { showHelp } from '../commands/view-commands.ts'
import { CommandButton } from '../session/command-button.tsx'
import { useSession, useView } from '../session/use-session.tsx'
import type { Room } from '../use-room.ts'
import { situationIcons } from './situation-list.tsx'
import { useShowFacts } from './use-show-facts.ts'
import { useTelling } from './use-telling.ts'
import './situation-strip.css'

/** Switches canvas and preview at once between what a shop really meets. On a phone it is one button with a menu. */
export function SituationStrip({ room }: { readonly room: Room }) {
  const { situations: words } = useWords()
  const { view } = useSession()
  const situation = useView((state) => state.situation)
  const choose = (next: SituationId) => view.setState({ situation: next })
  const isNow = situation === 'now'
  return (
    <section
      className="st-strip"
      data-area
      data-testid="situations"
      data-situation={situation}
      aria-label={words.strip}
    >
      {room === 'phone' ? (
        <>
          <SituationMenu situation={situation} onChoose={choose} />
          {/* The bar above it has no room left. */}
          <span className="st-strip__help">
            <CommandButton command={showHelp} icon={<CircleQuestionMark size={18} />} />
          </span>
        </>
      ) : (
        <Radios situation={situation} onChoose={choose} />
      )}
      {isNow ? null : (
        <div className="st-strip__about">
          <About situation={situation} />
          <Button size="small" icon={<Undo2 size={14} aria-hidden />} onPress={() => choose('now')}>
            {words.backToNow}
          </Button>
        </div>
      )}
    </section>
  )
}

interface ChoiceProps {
  readonly situation: SituationId
  readonly onChoose: (situation: SituationId) => void
}

function Radios({ situation, onChoose }: ChoiceProps) {
  const { situations: words } = useWords()
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    row.current?.querySelector('[data-selected]')?.scrollIntoView({ inline: 'nearest', block: 'nearest' })
  }, [situation])
  return (
    <RadioGroup
      ref={row}
      className="st-strip__row"
      aria-label={words.strip}
      orientation="horizontal"
      value={situation}
      onChange={(value) => onChoose(value as SituationId)}
    >
      {situationIds.map((id) => (
        <Radio key={id} value={id} className="st-strip__choice">
          {situationIcons[id]}
          <span>{words.names[id]}</span>
        </Radio>
      ))}
    </RadioGroup>
  )
}

function SituationMenu({ situation, onChoose }: ChoiceProps) {
  const { situations: words } = useWords()
  return (
    <Menu
      label={words.strip}
      entries={situationIds.map((id) => ({
        id,
        label: words.names[id],
        icon: situationIcons[id],
        isChosen: id === situation,
        onAction: () => onChoose(id),
      }))}
    >
      <PlainButton className="st-picker st-strip__picker" aria-label={words.switchTo(words.names[situation])}>
        {situationIcons[situation]}
        <span className="st-picker__text">{words.names[situation]}</span>
        <ChevronDown size={14} aria-hidden />
      </PlainButton>
    </Menu>
  )
}

/** A minute of what the clock of this computer shows is still now. */
const samePresentMs = 2 * 60_000

function About({ situation }: { readonly situation: SituationId }) {
  const { words, timeZone, language } = useTelling()
  const { nowMs } = useShowFacts()
  const isElsewhere = Math.abs(nowMs - Date.now()) > samePresentMs
  const when = `${fullDayText(dayIn(timeZone, nowMs), language)} ${timeText(new Date(nowMs).toISOString(), timeZone)}`
  return (
    <p className="st-strip__words" role="status">
      {words.about[situation]}
      {isElsewhere ? ` ${words.clockShows(when)}` : null}
    </p>
  )
}
