import { useState, type FormEvent } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { api } from '#editor/api/index.ts'
import { Button, NumberField, Segmented, TextField } from '#editor/ui/index.ts'
import { useLocale, useWords } from '#editor/words/use-words.ts'
import type { Member } from '#platform/contract/members.ts'
import { useShop } from '../shop-context.ts'
import { useMemberAct } from './use-member-act.ts'

/** Points by hand, with the reason that the member reads. Sent again after a lost answer, they count once. */
export function ChangePoints({ member, onDone }: { readonly member: Member; readonly onDone: () => void }) {
  const { loyalty: words, common } = useWords()
  const locale = useLocale()
  const { program } = useShop()
  const [way, setWay] = useState<'add' | 'take'>('add')
  const [points, setPoints] = useState(10)
  const [reason, setReason] = useState('')
  const delta = way === 'add' ? points : -points
  const change = useMemberAct(
    member.id,
    (asked: { readonly delta: number; readonly reason: string }, requestId) =>
      api.adjustPoints(program.id, member.id, { requestId, ...asked }),
    (said, page) => said.loyalty.pointsChanged(page.member.pointsBalance.toLocaleString(locale)),
    onDone,
  )
  const isTooMany = way === 'take' && points > member.pointsBalance
  const isReady = points > 0 && !isTooMany && reason.trim() !== ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isReady) void change.run({ delta, reason: reason.trim() })
  }
  return (
    <form className="change-points" onSubmit={submit}>
      <div className="change-points__figures">
        <Segmented
          label={words.changePoints}
          isLabelHidden
          options={[
            { value: 'add', label: words.addPoints },
            { value: 'take', label: words.takePoints },
          ]}
          value={way}
          onChange={setWay}
        />
        <NumberField
          label={words.howMany}
          value={points}
          minValue={1}
          maxValue={1_000_000}
          onChange={(typed) => setPoints(Number.isInteger(typed) ? typed : 0)}
          {...(isTooMany ? { error: words.tooMany(member.pointsBalance.toLocaleString(locale)) } : {})}
        />
      </div>
      <ToggleButtonGroup
        className="call-off__reasons"
        aria-label={words.why}
        selectionMode="single"
        selectedKeys={words.whyChoices.includes(reason) ? [reason] : []}
        onSelectionChange={(chosen) => setReason(words.whyChoices.find((each) => chosen.has(each)) ?? '')}
      >
        {words.whyChoices.map((each) => (
          <ToggleButton key={each} id={each} className="chip">
            {each}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <TextField label={words.why} help={words.whyHelp} value={reason} onChange={setReason} maxLength={80} />
      <div className="change-points__buttons">
        <Button onPress={onDone}>{common.cancel}</Button>
        <Button type="submit" variant="primary" isDisabled={!isReady} isPending={change.busy}>
          {words.changePoints}
        </Button>
      </div>
    </form>
  )
}
