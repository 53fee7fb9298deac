import { Plus } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { api, queryCache, useMutation } from '#editor/api/index.ts'
import { Button, Dialog, showToast, TextField } from '#editor/ui/index.ts'
import { failureText } from '#editor/words/failure-text.ts'
import { useWords, wordsNow } from '#editor/words/use-words.ts'
import { keys } from '../keys.ts'
import { useShop } from '../shop-context.ts'

/** Asks where a further poster will hang, which is its name. */
export function AddPoster() {
  const words = useWords()
  const { program } = useShop()
  const [isOpen, setOpen] = useState(false)
  const [name, setName] = useState('')
  const add = useMutation((wanted: string) => api.addPoster(program.id, wanted), {
    onDone: (board) => {
      queryCache.tell(keys.posters(program.id), () => board)
      setName('')
      setOpen(false)
    },
    onFailed: (failure) => showToast({ text: failureText(failure, wordsNow()), tone: 'bad' }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '') void add.run(name.trim())
  }
  return (
    <>
      <Button icon={<Plus size={16} aria-hidden />} onPress={() => setOpen(true)}>
        {words.reach.addPoster}
      </Button>
      <Dialog title={words.reach.addPoster} isOpen={isOpen} onClose={() => setOpen(false)} widthPx={400}>
        <form className="poster-form" onSubmit={submit}>
          <TextField
            label={words.reach.posterName}
            placeholder={words.reach.posterNameExample}
            value={name}
            onChange={setName}
            maxLength={60}
            autoFocus
          />
          <Button type="submit" variant="primary" isDisabled={name.trim() === ''} isPending={add.busy}>
            {words.common.add}
          </Button>
        </form>
      </Dialog>
    </>
  )
}
