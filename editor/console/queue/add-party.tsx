import { useState } from 'react'
import { api, queryCache, useMutation } from '#editor/api/index.ts'
import { Button, Dialog, NumberField, showToast, TextField } from '#editor/ui/index.ts'
import { failureText } from '#editor/words/failure-text.ts'
import { useWords, wordsNow } from '#editor/words/use-words.ts'
import { MOST_PARTY } from '#model/shop/queue-lines.ts'
import { keys } from '../keys.ts'
import { useShop } from '../shop-context.ts'
import { numberOf } from './queue-lane.tsx'

/** A number for guests who stand at the door without a phone. */
export function AddParty({ onClose }: { readonly onClose: () => void }) {
  const { queue, common } = useWords()
  const { program } = useShop()
  const [partySize, setPartySize] = useState(2)
  const [name, setName] = useState('')
  /** The same for every try: a lost answer does not make two parties of one. */
  const [requestId] = useState(() => crypto.randomUUID())
  const add = useMutation(() => api.addParty(program.id, { partySize, name: name.trim(), requestId }), {
    onDone(ticket) {
      void queryCache.refresh(keys.queue(program.id))
      showToast({ text: wordsNow().queue.added(numberOf(ticket)) })
      onClose()
    },
    onFailed: (failure) => showToast({ text: failureText(failure, wordsNow()), tone: 'bad' }),
  })
  return (
    <Dialog
      title={queue.addTitle}
      isOpen
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{common.cancel}</Button>
          <Button variant="primary" isDisabled={add.busy} onPress={() => void add.run(undefined)}>
            {queue.addDone}
          </Button>
        </>
      }
    >
      <div className="queue-add">
        <NumberField
          label={queue.addSize}
          value={partySize}
          minValue={1}
          maxValue={MOST_PARTY}
          onChange={(value) => setPartySize(Number.isFinite(value) ? value : 1)}
        />
        <TextField label={queue.addName} value={name} maxLength={40} onChange={setName} />
      </div>
    </Dialog>
  )
}
