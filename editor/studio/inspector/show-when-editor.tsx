import { RotateCcw } from 'lucide-react'
import { useMemo } from 'react'
import type { NodeId } from '#model/ids.ts'
import { readShowWhen, setShowWhen, type ShowWhen, type ShowWhenChange } from '#model/index.ts'
import { Button } from '#editor/ui/button.tsx'
import { LateDateTimeField } from '#editor/ui/late-date-time-field.tsx'
import { Segmented } from '#editor/ui/segmented.tsx'
import { Switch } from '#editor/ui/switch.tsx'
import { createTypingGesture } from '../canvas/typing-gesture.ts'
import { useSession } from '../session/use-session.tsx'
import { showWhenSentence } from '../situations/show-when-words.ts'
import { useShowFacts } from '../situations/use-show-facts.ts'
import { useTelling } from '../situations/use-telling.ts'
import { useNodes } from './use-nodes.ts'
import './show-when-editor.css'

/** When the chosen blocks are seen, and by whom. What is set here is set for all of them. */
export function ShowWhenEditor({ ids }: { readonly ids: readonly NodeId[] }) {
  const { canEdit } = useSession()
  const telling = useTelling()
  const { words, timeZone } = telling
  const facts = useShowFacts()
  const set = useSetShowWhen(ids)
  const all = useNodes(ids).map(({ showWhen }) => readShowWhen(showWhen))
  const [first] = all
  if (!first) return null
  const isMixed = all.some(({ showWhen }) => JSON.stringify(showWhen) !== JSON.stringify(first.showWhen))
  const isUnreadable = all.some(({ problems }) => problems.length > 0)
  const showWhen: ShowWhen = first.showWhen ?? {}
  const { hidden, fromMs, untilMs, audience, hours } = showWhen
  const endsTooEarly = fromMs !== undefined && untilMs !== undefined && untilMs <= fromMs
  const place = timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone
  return (
    <>
      <p className="st-when__sentence" data-testid="show-when-sentence">
        {isUnreadable ? words.unreadable : isMixed ? words.mixed : showWhenSentence(first.showWhen, telling, facts)}
      </p>
      <Switch
        label={words.hide}
        help={words.hideHelp}
        isSelected={hidden === true}
        onChange={(isHidden) => set({ hidden: isHidden ? true : undefined })}
        isDisabled={!canEdit}
      />
      <LateDateTimeField
        label={words.from}
        valueMs={fromMs ?? null}
        timeZone={timeZone}
        onChange={(ms) => set({ fromMs: ms ?? undefined }, 'from')}
        isDisabled={!canEdit}
      />
      <LateDateTimeField
        label={words.until}
        help={words.shopTime(place)}
        {...(endsTooEarly ? { error: words.endsBeforeItBegins } : {})}
        valueMs={untilMs ?? null}
        timeZone={timeZone}
        onChange={(ms) => set({ untilMs: ms ?? undefined }, 'until')}
        isDisabled={!canEdit}
      />
      <Segmented
        label={words.hours}
        options={(['any', 'open', 'closed'] as const).map((value) => ({ value, label: words.hoursOptions[value] }))}
        value={hours ?? 'any'}
        onChange={(value) => set({ hours: value === 'any' ? undefined : value })}
        isDisabled={!canEdit}
      />
      <Segmented
        label={words.audience}
        options={(['everybody', 'members', 'not-members'] as const).map((value) => ({
          value,
          label: words.audiences[value],
        }))}
        value={audience ?? 'everybody'}
        onChange={(value) => set({ audience: value === 'everybody' ? undefined : value })}
        isDisabled={!canEdit}
      />
      {canEdit && (isMixed || first.showWhen) ? (
        <Button size="small" icon={<RotateCcw size={14} aria-hidden />} onPress={() => set(null)}>
          {words.reset}
        </Button>
      ) : null}
    </>
  )
}

/** @returns sets conditions of all of them in one step; with `part`, what is typed in it on and on is one step together */
function useSetShowWhen(ids: readonly NodeId[]) {
  const session = useSession()
  const gesture = useMemo(() => createTypingGesture(performance), [])
  return (change: ShowWhenChange | null, part?: string) =>
    session.edit(
      'change-show-when',
      (program) => {
        for (const id of ids) setShowWhen(program, id, change)
      },
      part === undefined ? undefined : gesture.of(`${ids.join()}/${part}`),
    )
}
