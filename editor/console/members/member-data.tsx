import { Download, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { api, queryCache, useMutation, type ApiFailure } from '#editor/api/index.ts'
import { Button, Dialog, showToast } from '#editor/ui/index.ts'
import { failureText } from '#editor/words/failure-text.ts'
import { useWords, wordsNow } from '#editor/words/use-words.ts'
import type { MemberPage } from '#platform/contract/members.ts'
import { keys } from '../keys.ts'
import { saveFile } from '../save-file.ts'
import { useShop } from '../shop-context.ts'

interface MemberDataProps {
  readonly page: MemberPage
  readonly onErased: () => void
}

const overOrders = new Set(['completed', 'rejected', 'cancelled', 'expired'])
const overBookings = new Set(['completed', 'no_show', 'cancelled', 'expired', 'rejected'])

/** What a person may ask for: all that the shop has of them, and to be forgotten. */
export function MemberData({ page, onErased }: MemberDataProps) {
  const { loyalty: words, common } = useWords()
  const { program } = useShop()
  const [isErasing, setErasing] = useState(false)
  const { id, name, cardNo } = page.member
  const onFailed = (failure: ApiFailure) => {
    const said = wordsNow()
    showToast({ text: failure.code === 'conflict' ? said.loyalty.eraseWait : failureText(failure, said), tone: 'bad' })
  }
  const download = useMutation((member: string) => api.memberExport(program.id, member), {
    onDone: (all) => {
      const file = `member-${cardNo}.json`
      saveFile(file, new Blob([JSON.stringify(all, null, 2)], { type: 'application/json' }))
      showToast({ text: wordsNow().loyalty.exported(file), tone: 'good' })
    },
    onFailed,
  })
  const erase = useMutation((member: string) => api.eraseMember(program.id, member), {
    onDone: () => {
      void queryCache.refresh(keys.members(program.id))
      showToast({ text: wordsNow().loyalty.erased })
      setErasing(false)
      onErased()
    },
    onFailed,
  })
  const isUnderWay =
    page.orders.some(({ status }) => !overOrders.has(status)) ||
    page.bookings.some(({ status }) => !overBookings.has(status))
  return (
    <section>
      <h3 className="section-title">{words.data}</h3>
      <p className="settings__note">{words.exportHelp}</p>
      <div className="member-detail__acts">
        <Button
          icon={<Download size={16} aria-hidden />}
          isDisabled={download.busy}
          onPress={() => void download.run(id)}
        >
          {words.exportData}
        </Button>
        <Button variant="danger" icon={<Trash2 size={16} aria-hidden />} onPress={() => setErasing(true)}>
          {words.erase}
        </Button>
      </div>
      {isErasing ? (
        <Dialog
          title={words.eraseTitle(name)}
          isOpen
          onClose={() => setErasing(false)}
          foot={
            <>
              <Button onPress={() => setErasing(false)}>{common.cancel}</Button>
              <Button
                variant="danger"
                isDisabled={isUnderWay || erase.busy}
                isPending={erase.busy}
                onPress={() => void erase.run(id)}
              >
                {words.erase}
              </Button>
            </>
          }
        >
          <div className="member-detail">
            <p>{words.eraseGone}</p>
            <p>{words.eraseKept}</p>
            <p>{isUnderWay ? words.eraseWait : words.eraseText}</p>
          </div>
        </Dialog>
      ) : null}
    </section>
  )
}
