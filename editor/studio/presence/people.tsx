import { Button as PlainButton } from 'react-aria-components'
import { Menu } from '#editor/ui/menu.tsx'
import { Tooltip } from '#editor/ui/tooltip.tsx'
import { useWords, type Words } from '#editor/words/use-words.ts'
import { useSession, useView } from '../session/use-session.tsx'
import { useRoom } from '../use-room.ts'
import type { Person } from './presence.ts'
import { usePeople } from './use-presence.ts'
import './presence.css'

/** More than these are behind a figure. On a phone all are. */
const FACES = 4

/** Who else is here. A click on somebody shows what they see. */
export function People() {
  const { studio } = useWords()
  const people = usePeople()
  const isPhone = useRoom() === 'phone'
  if (people.length === 0) return null
  const faces = isPhone ? [] : people.slice(0, FACES)
  const more = people.slice(faces.length)
  return (
    <div className="st-people" role="group" aria-label={studio.peopleHere(people.length + 1)} data-testid="people">
      {faces.map((person) => (
        <Face key={person.userId} person={person} />
      ))}
      {more.length > 0 ? <More people={more} /> : null}
    </div>
  )
}

function More({ people }: { readonly people: readonly Person[] }) {
  const { presence: words } = useWords()
  const { view } = useSession()
  const following = useView((state) => state.following)
  const label = words.alsoHere(people.map(({ name }) => name))
  const entries = people.map(({ userId, name, colour, isAway }) => ({
    id: userId,
    label: labelOf(words, name, isAway, following === userId),
    icon: <span className="st-people__dot" style={{ background: colour }} aria-hidden />,
    isChosen: following === userId,
    onAction: () => view.setState({ following: following === userId ? undefined : userId }),
  }))
  return (
    <Menu label={label} entries={entries} placement="bottom end">
      <PlainButton className="st-people__more" aria-label={label}>{`+${people.length}`}</PlainButton>
    </Menu>
  )
}

function Face({ person: { userId, name, colour, isAway } }: { readonly person: Person }) {
  const { presence: words } = useWords()
  const { view } = useSession()
  const isFollowed = useView((state) => state.following === userId)
  const [first = '?'] = name.trim()
  return (
    <Tooltip text={isAway ? words.away(name) : labelOf(words, name, false, isFollowed)}>
      <PlainButton
        className={`st-face${isAway ? ' st-face--away' : ''}${isFollowed ? ' st-face--followed' : ''}`}
        style={{ background: colour, outlineColor: colour }}
        aria-label={labelOf(words, name, isAway, isFollowed)}
        aria-pressed={isFollowed}
        onPress={() => view.setState({ following: isFollowed ? undefined : userId })}
      >
        {first}
      </PlainButton>
    </Tooltip>
  )
}

function labelOf(words: Words['presence'], name: string, isAway: boolean, isFollowed: boolean): string {
  const label = isFollowed ? words.stopFollowing(name) : words.follow(name)
  return isAway ? `${label} (${words.away(name)})` : label
}
