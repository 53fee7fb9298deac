import { CalendarClock, Users } from 'lucide-react'
import type { Publishing, ReleasePlan, Rollout } from '#platform/contract/merchant.ts'
import { api } from '#editor/api/index.ts'
import { Button } from '#editor/ui/button.tsx'
import { showToast } from '#editor/ui/toast.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { ShareField } from './share-field.tsx'
import { useDoing } from './use-doing.ts'
import { useMoment } from './use-moment.ts'
import './standing.css'

interface StandingProps {
  readonly programId: string
  readonly publishing: Publishing
  /** Whether this person may decide about it; everybody else reads. */
  readonly canPublish: boolean
  readonly timeZone: string
  /** After everything that was changed here. */
  readonly onChanged: (publishing: Publishing) => void
}

/** What was decided before and still stands: a gradual release that runs, and what will happen by itself. */
export function Standing({ publishing, ...rest }: StandingProps) {
  const { rollout, plans } = publishing
  if (!rollout && plans.length === 0) return null
  return (
    <div className="st-standing">
      {rollout ? <RolloutCard rollout={rollout} {...rest} /> : null}
      {plans.map((plan) => (
        <PlanRow key={plan.id} plan={plan} {...rest} />
      ))}
    </div>
  )
}

type PartProps = Omit<StandingProps, 'publishing'>

function RolloutCard(props: { readonly rollout: Rollout } & PartProps) {
  const { rollout, programId, canPublish, timeZone, onChanged } = props
  const { publishing: words, studio } = useWords()
  const say = useMoment(timeZone)
  const { isBusy, run } = useDoing()
  const { from, to, percent } = rollout
  const end = (outcome: 'promote' | 'stop') =>
    run(async () => {
      onChanged(await api.endRollout(programId, rollout.id, outcome))
      showToast({ text: outcome === 'stop' ? words.stopped : studio.versionIsLive(to.version), tone: 'good' })
    })
  const changeShare = (next: number) =>
    run(async () => {
      onChanged(await api.changeRollout(programId, rollout.id, next))
      showToast({ text: words.shareChanged(to.version, next), tone: 'good' })
    })
  const rows = [
    [words.visits, from.visits, to.visits],
    [words.ordersBegun, from.ordersBegun, to.ordersBegun],
    [words.ordersPaid, from.ordersPaid, to.ordersPaid],
  ] as const
  return (
    <section className="st-rollout" aria-label={words.rolloutTitle(to.version, percent)} data-testid="rollout">
      <h3 className="st-rollout__title">
        <Users size={16} aria-hidden />
        {words.rolloutTitle(to.version, percent)}
      </h3>
      <p className="st-rollout__since">{words.rolloutSince(say(rollout.startedAtIso), rollout.startedBy)}</p>
      <table className="st-rollout__figures ui-tabular">
        <thead>
          <tr>
            <td />
            <th scope="col">{studio.version(from.version)}</th>
            <th scope="col">{studio.version(to.version)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, one, other]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{one}</td>
              <td>{other}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ShareField
        key={percent}
        percent={percent}
        isDisabled={!canPublish || isBusy}
        onChange={(next) => void changeShare(next)}
      />
      <p className="st-rollout__ways">
        <Button isDisabled={!canPublish} isPending={isBusy} onPress={() => void end('promote')}>
          {words.promote}
        </Button>
        <Button variant="plain" isDisabled={!canPublish} isPending={isBusy} onPress={() => void end('stop')}>
          {words.stopRollout}
        </Button>
      </p>
      <p className="ui-field__help">{words.rolloutAgain}</p>
    </section>
  )
}

function PlanRow(props: { readonly plan: ReleasePlan } & PartProps) {
  const { plan, programId, canPublish, timeZone, onChanged } = props
  const { publishing: words } = useWords()
  const say = useMoment(timeZone)
  const { isBusy, run } = useDoing()
  const when = say(plan.dueAtIso)
  const what = plan.version === null ? words.planUnpublish(when) : words.planPublish(plan.version, when)
  const cancel = () =>
    run(async () => {
      onChanged(await api.cancelPlan(programId, plan.id))
      showToast({ text: words.planCancelled, tone: 'good' })
    })
  return (
    <div className="st-plan" data-testid="plan">
      <CalendarClock size={16} aria-hidden />
      <p>
        {what}
        <small>{words.planBy(plan.plannedBy)}</small>
      </p>
      <Button
        size="small"
        isDisabled={!canPublish}
        isPending={isBusy}
        aria-label={words.cancelPlanNamed(what)}
        onPress={() => void cancel()}
      >
        {words.cancelPlan}
      </Button>
    </div>
  )
}
