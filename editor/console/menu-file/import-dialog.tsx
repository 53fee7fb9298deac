import { FileUp, TriangleAlert } from 'lucide-react'
import { useRef } from 'react'
import { Button, Dialog, Skeleton, Switch } from '#editor/ui/index.ts'
import { useLanguage, useWords } from '#editor/words/use-words.ts'
import { menuColumnNames, type MenuFilePlan } from '#platform/contract/menu-file.ts'
import { PlanTable } from './plan-table.tsx'
import { useImport } from './use-import.ts'
import './menu-file.css'

/** A file, what it would change, and then the change. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const { menuFile: words } = useWords()
  const input = useRef<HTMLInputElement>(null)
  const file = useImport(onClose)
  const { plan, isBusy } = file
  const count = plan?.changes.length ?? 0
  return (
    <Dialog
      title={words.title}
      isOpen
      onClose={onClose}
      widthPx={760}
      foot={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          {count > 0 ? (
            <Button variant="primary" isPending={isBusy} onPress={() => void file.bring()}>
              {words.save(count)}
            </Button>
          ) : null}
        </>
      }
    >
      <div className="menu-file">
        {plan ? null : (
          <>
            <p>{words.intro}</p>
            <p className="menu-file__note">{words.howTo}</p>
          </>
        )}
        <div className="menu-file__choose">
          <Button
            variant={plan ? 'quiet' : 'primary'}
            icon={<FileUp size={16} aria-hidden />}
            isDisabled={isBusy}
            onPress={() => input.current?.click()}
          >
            {file.fileName ? words.other : words.choose}
          </Button>
          {file.fileName ? <span className="menu-file__name">{file.fileName}</span> : null}
          <input
            ref={input}
            type="file"
            hidden
            aria-label={words.choose}
            accept=".csv,.xlsx,text/csv"
            onChange={(event) => {
              const [chosen] = event.currentTarget.files ?? []
              // The same file, changed in between, can be chosen again.
              event.currentTarget.value = ''
              if (chosen) void file.choose(chosen)
            }}
          />
        </div>
        <Switch
          label={words.whole}
          help={words.wholeHelp}
          isSelected={file.isWhole}
          isDisabled={isBusy}
          onChange={(isWhole) => void file.setWhole(isWhole)}
        />
        {file.problem ? (
          <p className="menu-file__problem" role="alert">
            <TriangleAlert size={16} aria-hidden />
            {file.problem}
          </p>
        ) : null}
        {isBusy && !plan ? (
          <div role="status" aria-label={words.reading}>
            <Skeleton heightPx={120} />
          </div>
        ) : null}
        {plan ? <Plan plan={plan} /> : null}
      </div>
    </Dialog>
  )
}

function Plan({ plan }: { readonly plan: MenuFilePlan }) {
  const { menuFile: words } = useWords()
  const language = useLanguage()
  if (plan.problems.length > 0)
    return (
      <section aria-label={words.problemsTitle(plan.problems.length)}>
        <h3 className="menu-file__title" role="alert">
          {words.problemsTitle(plan.problems.length)}
        </h3>
        <ul className="menu-file__problems">
          {plan.problems.map(({ row, column, code, value }, at) => (
            <li key={at}>
              <b>{words.where(row, column ? menuColumnNames[column][language] : '')}</b>
              <span>{words.problems[code](value)}</span>
            </li>
          ))}
        </ul>
      </section>
    )
  return plan.changes.length === 0 ? <p role="status">{words.nothing}</p> : <PlanTable changes={plan.changes} />
}
