import { Columns2, Undo2 } from 'lucide-react'
import type { Change, PageId } from '#model/index.ts'
import { Faces } from '#editor/people/faces.tsx'
import { Details, icons } from '#editor/changes/change-list.tsx'
import '#editor/changes/changes.css'
import { Button } from '#editor/ui/button.tsx'
import { useLocale, useWords } from '#editor/words/use-words.ts'
import { useSession } from '../session/use-session.tsx'
import type { ToldChange } from './attribute-changes.ts'
import { usePeopleText } from './use-people-text.ts'
import { groupChanges, type ChangeGroup, type ChangeItem, type ChangeLine } from './say-changes.ts'
import { sayMoment } from '#editor/words/say-moment.ts'
import type { Difference } from './use-difference.ts'
import { useTakeBack, type Said } from './use-take-back.ts'

interface ChangeGroupsProps {
  readonly told: readonly ToldChange[]
  readonly difference: Difference
  /** The page that is shown side by side. */
  readonly shown: PageId | undefined
  readonly isDrawn: (id: PageId) => boolean
  readonly onShow: (id: PageId) => void
  readonly say: (said: Said | undefined) => void
}

/** Who changed what, page by page and block by block; each change can be taken back. */
export function ChangeGroups({ told, difference, shown, isDrawn, onShow, say }: ChangeGroupsProps) {
  const { program } = useSession()
  const words = useWords()
  const { before, after } = difference.pages
  const takeBack = useTakeBack(difference, say)
  const teller = { words, locale: useLocale(), program: after, doc: program }
  const titleOf = (id: PageId) =>
    [after, before].flatMap(({ pages }) => pages.find((page) => page.id === id)?.title ?? [])[0] ??
    program.section(id)?.name
  return (
    <ul className="ch-list" data-testid="changes">
      {groupChanges(told, teller, titleOf).map((group) => (
        <Group
          key={group.key}
          group={group}
          isShown={group.pageId !== undefined && group.pageId === shown}
          onShow={group.pageId !== undefined && isDrawn(group.pageId) ? onShow : undefined}
          takeBack={takeBack}
        />
      ))}
    </ul>
  )
}

function Group({
  group: { title, pageId, items },
  isShown,
  onShow,
  takeBack,
}: {
  readonly group: ChangeGroup
  readonly isShown: boolean
  readonly onShow: ((id: PageId) => void) | undefined
  readonly takeBack: (change: Change) => void
}) {
  const { publishing } = useWords()
  return (
    <li className={`ch-page${isShown ? ' ch-page--shown' : ''}`}>
      <div className="ch-page__head">
        <h4 className="ch-page__title">{title}</h4>
        {onShow && pageId !== undefined ? (
          <Button
            size="small"
            variant="plain"
            icon={<Columns2 size={14} aria-hidden />}
            aria-label={publishing.showPage(isShown ? publishing.showing : publishing.sideBySide, title)}
            aria-pressed={isShown}
            onPress={() => onShow(pageId)}
          >
            {isShown ? publishing.showing : publishing.sideBySide}
          </Button>
        ) : null}
      </div>
      <ul className="ch-blocks">
        {items.map((item) => (
          <Item key={item.key} item={item} takeBack={takeBack} />
        ))}
      </ul>
    </li>
  )
}

function Item({ item, takeBack }: { readonly item: ChangeItem; readonly takeBack: (change: Change) => void }) {
  const { publishing } = useWords()
  const { look, name, quote, where, lines } = item
  return (
    <li className={`ch-block ch-block--${look}`} data-change={look}>
      <span className="ch-block__mark">{icons[look]}</span>
      <div className="ch-block__words">
        <p>
          <span className="ch-block__kind">{publishing.blockKinds[look]}</span> <strong>{name}</strong>
          {quote === '' ? null : <q className="ch-block__quote">{quote}</q>}
          {where === '' ? null : <span className="ch-block__where">{where}</span>}
        </p>
        {lines.map((line) => (
          <Line key={line.key} line={line} about={quote === '' ? name : `${name} “${quote}”`} takeBack={takeBack} />
        ))}
      </div>
    </li>
  )
}

function Line({
  line: { change, details, by },
  about,
  takeBack,
}: {
  readonly line: ChangeLine
  readonly about: string
  readonly takeBack: (change: Change) => void
}) {
  const { canWrite } = useSession()
  const { versions: words } = useWords()
  const locale = useLocale()
  const people = usePeopleText()
  const [last] = by
  const who = by.length > 0 ? [people(by)] : []
  const what = [about, ...details.map(({ label }) => label), ...who].join(', ')
  return (
    <div className="st-change">
      <div className="st-change__words">
        <Details details={details} />
        <p className="st-change__by">
          <Faces people={by} />
          {last ? words.by(people(by), sayMoment(last.atMs, Date.now(), locale)) : words.somebody}
        </p>
      </div>
      {canWrite ? (
        <Button
          size="small"
          variant="plain"
          icon={<Undo2 size={14} aria-hidden />}
          aria-label={words.takeBackNamed(what)}
          onPress={() => takeBack(change)}
        >
          {words.takeBack}
        </Button>
      ) : null}
    </div>
  )
}
