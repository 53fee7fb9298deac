import { CloudOff, MessageSquareText, SearchX, X } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { ToggleButton } from 'react-aria-components'
import { useStore } from 'zustand'
import { Button } from '#editor/ui/button.tsx'
import { EmptyState } from '#editor/ui/empty-state.tsx'
import { IconButton } from '#editor/ui/icon-button.tsx'
import { Segmented } from '#editor/ui/segmented.tsx'
import { Skeleton } from '#editor/ui/skeleton.tsx'
import { SearchField } from '#editor/ui/text-field.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { useCommand } from '../session/use-commands.ts'
import { useSession, useView } from '../session/use-session.tsx'
import { commentOnPage } from './comment-commands.ts'
import { useRoom } from '../use-room.ts'
import { loadOlderThreads, threadPages } from './known-threads.ts'
import { nameOfPlace } from './place-words.ts'
import { filterThreads, threadStates, type ThreadFilter } from './shown-threads.ts'
import { ThreadRow } from './thread-row.tsx'
import { usePlaces, useThreads } from './use-comments.ts'
import './comments.css'

const everything: Omit<ThreadFilter, 'pageId'> & { readonly here: boolean } = {
  state: 'open',
  mine: false,
  here: false,
  search: '',
}

/** Everything that was said in this program: found by state, person, page and words; a press goes to what it is about. */
export function CommentsPanel() {
  const session = useSession()
  const { view, ownUserId } = session
  const words = useWords()
  const { status, threads, retry } = useThreads()
  const places = usePlaces(threads)
  const pageId = useView((state) => state.pageId)
  const openId = useView((state) => state.threadId)
  const [filter, setFilter] = useState(everything)
  const change = (part: Partial<typeof everything>) => setFilter((now) => ({ ...now, ...part }))
  const panel = useRef<HTMLElement>(null)
  const isPhone = useRoom() === 'phone'
  const found = useMemo(
    () =>
      filterThreads(
        threads,
        { ...filter, pageId: filter.here ? pageId : undefined },
        {
          ownUserId,
          placeOf: (id) => places.get(id) ?? { kind: 'program' },
          nameOf: (thread) => nameOfPlace(session, thread, places.get(thread.id) ?? { kind: 'program' }, words),
        },
      ),
    [threads, filter, pageId, ownUserId, places, session, words],
  )
  // A link leads to one thread, whatever state it is in.
  const opened = threads.find(({ id }) => id === openId)
  useEffect(() => {
    if (opened?.resolved === true) setFilter({ ...everything, state: 'resolved' })
    // Only when another one is opened; resolving the open one leaves the list as it is.
  }, [opened?.id])
  useEffect(() => {
    // On a phone the field would bring its keyboard over the list.
    const first = isPhone ? panel.current : panel.current?.querySelector<HTMLElement>('input')
    first?.focus({ preventScroll: true })
  }, [isPhone])
  const close = () => {
    view.setState({ commentsOpen: false, threadId: undefined })
    document.querySelector<HTMLElement>('[data-glass]')?.focus({ preventScroll: true })
  }
  return (
    <aside
      ref={panel}
      className="st-comments"
      tabIndex={-1}
      data-area
      aria-label={words.comments.title}
      data-testid="comments"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        close()
      }}
    >
      <header className="st-panel__head">
        <h2 className="st-panel__title">{words.comments.title}</h2>
        <PageButton />
        <IconButton size="small" label={words.common.close} icon={<X size={16} />} onPress={close} />
      </header>
      <div className="st-comments__filter">
        <SearchField
          label={words.comments.search}
          clearLabel={words.common.clearSearch}
          value={filter.search}
          onChange={(search) => change({ search })}
        />
        <Segmented
          label={words.comments.filterState}
          isLabelHidden
          options={threadStates.map((value) => ({ value, label: words.comments.states[value] }))}
          value={filter.state}
          onChange={(state) => change({ state })}
        />
        <div className="st-comments__chips">
          <Chip label={words.comments.mine} isOn={filter.mine} onChange={(mine) => change({ mine })} />
          <Chip label={words.comments.thisPage} isOn={filter.here} onChange={(here) => change({ here })} />
        </div>
      </div>
      {status === 'loading' && threads.length === 0 ? <Waiting /> : null}
      {status === 'failed' ? (
        <EmptyState
          icon={<CloudOff size={28} />}
          title={words.comments.failed}
          action={<Button onPress={retry}>{words.common.tryAgain}</Button>}
        />
      ) : null}
      {found.length > 0 ? (
        <ul className="st-comments__list" aria-label={words.comments.title}>
          {found.map((thread) => (
            <ThreadRow
              key={thread.id}
              thread={thread}
              place={places.get(thread.id) ?? { kind: 'program' }}
              isOpen={thread.id === openId}
            />
          ))}
        </ul>
      ) : status === 'ready' ? (
        <Nothing
          isFiltered={threads.some(({ resolved }) => resolved === (filter.state === 'resolved'))}
          isResolved={filter.state === 'resolved'}
          onClear={() => setFilter({ ...everything, state: filter.state })}
        />
      ) : null}
      {status === 'ready' && filter.state === 'resolved' ? (
        <Older count={threads.filter((one) => one.resolved).length} />
      ) : null}
    </aside>
  )
}

/** Of resolved threads the newest are here; which says so, and brings more. */
function Older({ count }: { readonly count: number }) {
  const { facts } = useSession()
  const { comments: words } = useWords()
  const hasMore = useStore(threadPages, (pages) => pages[facts.id]?.hasMore === true)
  const [isBusy, setBusy] = useState(false)
  if (!hasMore) return null
  const load = async () => {
    setBusy(true)
    await loadOlderThreads(facts.id)
    setBusy(false)
  }
  return (
    <div className="st-comments__older" data-testid="older-comments">
      <p>{words.olderNote(count)}</p>
      <Button size="small" isPending={isBusy} onPress={() => void load()}>
        {words.older}
      </Button>
    </div>
  )
}

function PageButton() {
  const { label, isEnabled, run } = useCommand(commentOnPage)
  return (
    <IconButton
      size="small"
      label={label}
      icon={<MessageSquareText size={16} />}
      isDisabled={!isEnabled}
      onPress={run}
    />
  )
}

function Chip(props: { readonly label: string; readonly isOn: boolean; readonly onChange: (isOn: boolean) => void }) {
  return (
    <ToggleButton className="st-chip" isSelected={props.isOn} onChange={props.onChange}>
      {props.label}
    </ToggleButton>
  )
}

function Waiting() {
  const words = useWords()
  return (
    <div className="st-comments__waiting" aria-busy>
      <span className="ui-hidden">{words.common.loading}</span>
      {[1, 2, 3].map((each) => (
        <Skeleton key={each} heightPx={72} />
      ))}
    </div>
  )
}

function Nothing(props: { readonly isFiltered: boolean; readonly isResolved: boolean; readonly onClear: () => void }) {
  const { comments } = useWords()
  const { isFiltered, isResolved, onClear } = props
  if (isFiltered)
    return (
      <EmptyState
        icon={<SearchX size={28} />}
        title={comments.emptyFilter}
        action={<Button onPress={onClear}>{comments.clearFilter}</Button>}
      />
    )
  return (
    <EmptyState
      icon={<MessageSquareText size={28} />}
      title={isResolved ? comments.emptyResolved : comments.emptyTitle}
      {...(isResolved ? {} : { text: comments.emptyText })}
    />
  )
}
