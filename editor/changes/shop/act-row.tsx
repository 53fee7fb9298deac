import { Clock, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { Faces } from '#editor/people/faces.tsx'
import { Button, Tooltip } from '#editor/ui/index.ts'
import { agoText } from '#editor/words/ago.ts'
import { sayTime } from '#editor/words/say-moment.ts'
import type { ShopChange } from '#platform/contract/shop-changes.ts'
import { Details } from '../change-list.tsx'
import '../changes.css'
import type { Act, Thing } from './group-shop-changes.ts'
import { sayChange, sayInShort, saySubject, type ShopTeller } from './say-shop-change.ts'

interface ActRowProps {
  readonly act: Act
  readonly teller: ShopTeller
  readonly ownUserId: string
  /** All is about one thing, which stands above. */
  readonly isOfOneThing: boolean
  /** Absent while another one is on its way. */
  readonly onTakeBack: ((change: ShopChange) => unknown) | undefined
}

/** An import changes hundreds of things at once; so many are in sight at first. */
const thingsAtFirst = 5
const recentMs = 12 * 3_600_000

/** What somebody did at one moment: who, when, and each thing with what was and what is. */
export function ActRow({ act, teller, ownUserId, isOfOneThing, onTakeBack }: ActRowProps) {
  const { words, locale, nowMs } = teller
  const { shopChanges: say, versions } = words
  const [isWhole, setWhole] = useState(false)
  const { by, atIso, things } = act
  const shown = isWhole ? things : things.slice(0, thingsAtFirst)
  const name = by === null ? say.itself : by.id === ownUserId ? versions.you : (by.name ?? say.gone)
  const atMs = Date.parse(atIso)
  const time = sayTime(atMs, locale)
  return (
    <li className="sc-act" data-act={act.id}>
      {by === null ? (
        <span className="sc-act__itself" aria-hidden>
          <Clock size={14} />
        </span>
      ) : (
        <Faces people={[by]} />
      )}
      <div className="sc-act__words">
        <p className="sc-act__head">
          <strong>{name}</strong>
          <time dateTime={atIso} title={new Date(atMs).toLocaleString(locale)}>
            {nowMs - atMs < recentMs ? agoText(atIso, nowMs, locale) : time}
          </time>
          {act.isTakingBack ? <span>{say.takesBack}</span> : null}
        </p>
        <ul className="sc-things">
          {shown.map((thing) => (
            <ThingRow key={thing.key} thing={thing} teller={teller} isNamed={!isOfOneThing} onTakeBack={onTakeBack} />
          ))}
        </ul>
        {shown.length < things.length ? (
          <Button size="small" variant="plain" onPress={() => setWhole(true)}>
            {say.more(things.length - shown.length)}
          </Button>
        ) : null}
      </div>
    </li>
  )
}

function ThingRow({
  thing: { first, changes },
  teller,
  isNamed,
  onTakeBack,
}: {
  readonly thing: Thing
  readonly teller: ShopTeller
  readonly isNamed: boolean
  readonly onTakeBack: ActRowProps['onTakeBack']
}) {
  const { shopChanges: say } = teller.words
  const subject = saySubject(first, teller)
  return (
    <li className="sc-thing">
      <p className={isNamed ? 'sc-thing__name' : 'ui-hidden'}>
        {subject}
        {subject === say.kinds[first.kind] || first.kind === 'order' || first.kind === 'booking' ? null : (
          <small>{say.kinds[first.kind]}</small>
        )}
      </p>
      {changes.map((change) => (
        <div key={change.seq} className="sc-change">
          <Details details={sayChange(change, teller)} />
          {change.canTakeBack ? (
            <Tooltip text={say.takeBack} placement="left">
              <Button
                size="small"
                variant="plain"
                icon={<Undo2 size={14} aria-hidden />}
                aria-label={say.takeBackNamed(sayInShort(change, teller))}
                isDisabled={onTakeBack === undefined}
                onPress={() => void onTakeBack?.(change)}
              >
                <span className="sc-take-back">{say.takeBack}</span>
              </Button>
            </Tooltip>
          ) : null}
        </div>
      ))}
    </li>
  )
}
