import { Bookmark } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { api, useMutation } from '#editor/api/index.ts'
import type { Version } from '#platform/contract/history.ts'
import { Button } from '#editor/ui/button.tsx'
import { Popover } from '#editor/ui/popover.tsx'
import { TextField } from '#editor/ui/text-field.tsx'
import { showToast } from '#editor/ui/toast.tsx'
import { failureText } from '#editor/words/failure-text.ts'
import { useWords } from '#editor/words/use-words.ts'
import { useSession } from '../session/use-session.tsx'

/** Gives a version a name, or another, or none. */
export function NameVersion({ version, onNamed }: { readonly version: Version; readonly onNamed: () => void }) {
  const { versions: words } = useWords()
  const label = version.name === null ? words.rename : words.changeName
  return (
    <Popover
      label={label}
      placement="top"
      widthPx={320}
      trigger={<Button icon={<Bookmark size={16} aria-hidden />}>{label}</Button>}
    >
      {(close) => (
        <NameForm
          version={version}
          onNamed={() => {
            onNamed()
            close()
          }}
        />
      )}
    </Popover>
  )
}

const longestName = 80

function NameForm({ version, onNamed }: { readonly version: Version; readonly onNamed: () => void }) {
  const { facts } = useSession()
  const words = useWords()
  const [name, setName] = useState(version.name ?? '')
  const rename = useMutation((to: string | null) => api.history.rename(facts.id, version.seq, to), {
    onDone: (_, to) => {
      showToast({ text: to === null ? words.versions.unnamed : words.versions.renamed, tone: 'good' })
      onNamed()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '') void rename.run(name.trim())
  }
  return (
    <form className="st-versions__save" onSubmit={submit}>
      <TextField
        label={words.versions.nameLabel}
        placeholder={words.versions.namePlaceholder}
        value={name}
        onChange={setName}
        maxLength={longestName}
        autoFocus
        help={words.versions.saveHelp}
        {...(rename.failure ? { error: failureText(rename.failure, words) } : {})}
      />
      <div className="st-versions__buttons">
        <Button variant="primary" type="submit" isPending={rename.busy} isDisabled={name.trim() === ''}>
          {words.common.save}
        </Button>
        {version.name === null ? null : (
          <Button isDisabled={rename.busy} onPress={() => void rename.run(null)}>
            {words.versions.removeName}
          </Button>
        )}
      </div>
    </form>
  )
}
