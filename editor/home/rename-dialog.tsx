import { useState, type FormEvent } from 'react'
import { api, queryCache, useMutation } from '#editor/api/index.ts'
import { Button, Dialog, showToast, TextField } from '#editor/ui/index.ts'
import { failureText } from '#editor/words/failure-text.ts'
import { useWords } from '#editor/words/use-words.ts'
import type { Program } from '#platform/contract/merchant.ts'

export function RenameDialog({ program, onClose }: { readonly program: Program; readonly onClose: () => void }) {
  const words = useWords()
  const { home } = words
  const [name, setName] = useState(program.name)
  const rename = useMutation((to: string) => api.renameProgram(program.id, to), {
    onDone: (changed) => {
      queryCache.tell<Program[]>('programs', (list) => list.map((each) => (each.id === changed.id ? changed : each)))
      showToast({ text: home.renamed(changed.name), tone: 'good' })
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === program.name) onClose()
    else if (name.trim() !== '') void rename.run(name.trim())
  }
  return (
    <Dialog
      title={home.renameTitle}
      isOpen
      onClose={onClose}
      widthPx={400}
      foot={
        <>
          <Button onPress={onClose}>{words.common.cancel}</Button>
          <Button
            variant="primary"
            type="submit"
            form="rename-program"
            isPending={rename.busy}
            isDisabled={name.trim() === ''}
          >
            {words.common.save}
          </Button>
        </>
      }
    >
      <form id="rename-program" onSubmit={submit}>
        <TextField
          label={home.renameLabel}
          value={name}
          onChange={setName}
          maxLength={60}
          autoFocus
          {...(rename.failure ? { error: failureText(rename.failure, words) } : {})}
        />
      </form>
    </Dialog>
  )
}
