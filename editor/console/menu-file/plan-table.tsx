import { useState } from 'react'
import { Badge, Button } from '#editor/ui/index.ts'
import { useLanguage, useWords } from '#editor/words/use-words.ts'
import { menuColumnNames, type MenuFileChange } from '#platform/contract/menu-file.ts'

const atFirst = 50
const tones = { added: 'good', changed: 'accent', removed: 'warn' } as const

/** What a file would change, field by field. */
export function PlanTable({ changes }: { readonly changes: readonly MenuFileChange[] }) {
  const { menuFile: words } = useWords()
  const [isWhole, setWhole] = useState(false)
  const countOf = (kind: MenuFileChange['kind']) => changes.filter((change) => change.kind === kind).length
  const shown = isWhole ? changes : changes.slice(0, atFirst)
  return (
    <section aria-live="polite">
      <h3 className="menu-file__title">
        {words.counts(
          words.added(countOf('added')),
          words.changed(countOf('changed')),
          words.removed(countOf('removed')),
        )}
      </h3>
      <ul className="menu-file__changes">
        {shown.map((change, at) => (
          <ChangeRow key={at} change={change} />
        ))}
      </ul>
      {shown.length < changes.length ? (
        <Button size="small" variant="plain" onPress={() => setWhole(true)}>
          {words.more(changes.length - shown.length)}
        </Button>
      ) : null}
    </section>
  )
}

function ChangeRow({ change: { kind, what, name, of, fields } }: { readonly change: MenuFileChange }) {
  const { menuFile: words } = useWords()
  const language = useLanguage()
  return (
    <li className="menu-file__change">
      <p className="menu-file__what">
        <Badge tone={tones[kind]}>{words.kinds[kind]}</Badge>
        <b>{[of, name].filter(Boolean).join(' · ')}</b>
        <small>{words.what[what]}</small>
      </p>
      {fields.length > 0 ? (
        <dl className="menu-file__fields">
          {fields.map(({ column, before, after }) => (
            <div key={column}>
              <dt>{menuColumnNames[column][language]}</dt>
              <dd>
                {kind === 'changed' ? <del>{before || words.empty}</del> : null} <ins>{after || words.empty}</ins>
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
    </li>
  )
}
