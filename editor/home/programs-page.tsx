import { Plus, Store, WifiOff } from 'lucide-react'
import { useState } from 'react'
import { api, useQuery } from '#editor/api/index.ts'
import { Link, paths } from '#editor/router.tsx'
import { Button, buttonClass, EmptyState, SearchField, Skeleton } from '#editor/ui/index.ts'
import { failureText } from '#editor/words/failure-text.ts'
import { useWords } from '#editor/words/use-words.ts'
import type { Me, Program } from '#platform/contract/merchant.ts'
import { HomeBar } from './home-bar.tsx'
import { ProgramCard } from './program-card.tsx'
import { RenameDialog } from './rename-dialog.tsx'
import './programs-page.css'

/** From so many programs on, a search field is of use. */
const searchFrom = 9

export function ProgramsPage({ me }: { readonly me: Me }) {
  const words = useWords()
  const { home } = words
  const [search, setSearch] = useState('')
  const [renamed, setRenamed] = useState<Program | null>(null)
  const programs = useQuery('programs', api.programs)

  const all = programs.status === 'ready' ? programs.value : []
  const wanted = search.trim().toLocaleLowerCase()
  const found = all.filter(({ name }) => name.toLocaleLowerCase().includes(wanted))

  return (
    <div className="home">
      <HomeBar me={me} />
      <main className="home__main">
        <div className="home__head">
          <h1 className="home__title">{home.programsTitle}</h1>
          {all.length >= searchFrom ? (
            <div className="home__search">
              <SearchField
                label={home.programsSearch}
                clearLabel={words.common.clearSearch}
                value={search}
                onChange={setSearch}
              />
            </div>
          ) : null}
          {all.length > 0 ? <NewProgramLink /> : null}
        </div>
        {programs.status === 'loading' ? <CardSkeletons /> : null}
        {programs.status === 'failed' ? (
          <EmptyState
            icon={<WifiOff size={28} />}
            title={failureText(programs.failure, words)}
            action={<Button onPress={programs.retry}>{words.common.tryAgain}</Button>}
          />
        ) : null}
        {programs.status === 'ready' && all.length === 0 ? (
          <EmptyState
            icon={<Store size={28} />}
            title={home.noneTitle}
            text={home.noneText}
            action={<NewProgramLink />}
          />
        ) : null}
        {all.length > 0 && found.length === 0 ? <p className="home__none">{home.noneFound(search.trim())}</p> : null}
        {found.length > 0 ? (
          <ul className="home__cards" aria-label={home.programsTitle}>
            {found.map((program) => (
              <li key={program.id}>
                <ProgramCard program={program} onRename={() => setRenamed(program)} />
              </li>
            ))}
          </ul>
        ) : null}
      </main>
      {renamed ? <RenameDialog program={renamed} onClose={() => setRenamed(null)} /> : null}
    </div>
  )
}

function NewProgramLink() {
  const words = useWords()
  return (
    <Link to={paths.new} className={buttonClass({ variant: 'primary' })}>
      <Plus size={16} aria-hidden />
      {words.home.newProgram}
    </Link>
  )
}

function CardSkeletons() {
  return (
    <div className="home__cards" aria-busy>
      {[1, 2, 3].map((each) => (
        <Skeleton key={each} heightPx={284} />
      ))}
    </div>
  )
}
