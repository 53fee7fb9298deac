import { useEffect, useState } from 'react'
import { listCopies, type KeptProgram } from '#editor/local/local-copy.ts'
import { rememberedPerson } from '#editor/local/person.ts'
import { Link, paths } from '#editor/router.tsx'
import { Badge } from '#editor/ui/index.ts'
import { useWords } from '#editor/words/use-words.ts'
import './kept-programs.css'

/** What whoever was signed in last can open without a connection. Nothing where nothing is kept. */
export function KeptPrograms() {
  const { offline } = useWords()
  const [kept, setKept] = useState<readonly KeptProgram[]>([])
  useEffect(() => {
    const personId = rememberedPerson()
    if (personId !== undefined) listCopies(personId).then(setKept, () => undefined)
  }, [])
  if (kept.length === 0) return null
  return (
    <section className="kept-programs" aria-labelledby="kept-programs">
      <h2 id="kept-programs" className="kept-programs__title">
        {offline.keptPrograms}
      </h2>
      <p className="kept-programs__help">{offline.keptProgramsHelp}</p>
      <ul className="kept-programs__list">
        {kept.map(({ program, edits }) => (
          <li key={program.id}>
            <Link to={paths.studio(program.id)} className="kept-programs__link">
              <span className="kept-programs__name">{program.name}</span>
              {edits > 0 ? <Badge tone="warn">{offline.keptUnsent(edits)}</Badge> : null}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
