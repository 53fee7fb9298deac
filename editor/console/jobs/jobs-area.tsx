import { PackageSearch, Plus } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { Button, EmptyState, SearchField, Segmented } from '#editor/ui/index.ts'
import { useWords } from '#editor/words/use-words.ts'
import type { JobPage } from '#platform/contract/progress.ts'
import { Answer, AreaHead } from '../area.tsx'
import { useJobs } from '../queries.ts'
import { useShop } from '../shop-context.ts'
import { CreateJob } from './create-job.tsx'
import { JobCard } from './job-card.tsx'
import './jobs.css'

type Which = 'open' | 'over'

/** Repairs, parcels and other work: each with the code by which its customer follows it. */
export function JobsArea() {
  const words = useWords()
  const { program } = useShop()
  const [which, setWhich] = useState<Which>('open')
  const [typed, setTyped] = useState('')
  const search = useDeferredValue(typed.trim().slice(0, 60))
  const query = useJobs(program.id, which, search)
  const [isCreating, setCreating] = useState(false)
  return (
    <>
      <AreaHead
        title={words.console.areas.jobs}
        note={query.status === 'ready' ? words.jobs.note(query.value.openCount) : null}
      >
        <SearchField
          label={words.jobs.search}
          clearLabel={words.common.clearSearch}
          value={typed}
          onChange={setTyped}
        />
        <Segmented
          label={words.jobs.which}
          isLabelHidden
          options={(['open', 'over'] as const).map((value) => ({ value, label: words.jobs.status[value] }))}
          value={which}
          onChange={setWhich}
        />
        <Button variant="primary" icon={<Plus size={16} aria-hidden />} onPress={() => setCreating(true)}>
          {words.jobs.create}
        </Button>
      </AreaHead>
      <Answer query={query}>{(page) => <Jobs page={page} which={which} isSearch={search !== ''} />}</Answer>
      {isCreating ? (
        <CreateJob
          tellsByMail={query.status === 'ready' && query.value.tellsByMail}
          onClose={() => setCreating(false)}
        />
      ) : null}
    </>
  )
}

function Jobs(props: { readonly page: JobPage; readonly which: Which; readonly isSearch: boolean }) {
  const { jobs: words } = useWords()
  const { page, which, isSearch } = props
  if (page.jobs.length === 0)
    return (
      <EmptyState
        icon={<PackageSearch size={28} />}
        title={isSearch ? words.noneFound : words.emptyTitle[which]}
        {...(isSearch ? {} : { text: words.emptyText[which] })}
      />
    )
  return (
    <ul className="jobs">
      {page.jobs.map((job) => (
        <li key={job.id}>
          <JobCard job={job} />
        </li>
      ))}
    </ul>
  )
}
