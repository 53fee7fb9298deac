import { History } from 'lucide-react'
import { dropAside, type Aside } from '#editor/local/local-copy.ts'
import { Button } from '#editor/ui/button.tsx'
import { showToast } from '#editor/ui/toast.tsx'
import { useLocale, useWords } from '#editor/words/use-words.ts'
import { useSession } from '../session/use-session.tsx'
import { putBack } from './put-back.ts'
import { useAsides } from './use-asides.ts'
import './kept-changes.css'

/** Says which changes of this person the server did not take, and lets them decide. */
export function KeptChanges() {
  const [asides, look] = useAsides()
  const [oldest] = asides
  return oldest ? <OneAside key={oldest.id} aside={oldest} onDecided={look} /> : null
}

function OneAside({ aside, onDecided }: { readonly aside: Aside; readonly onDecided: () => void }) {
  const session = useSession()
  const { offline } = useWords()
  const locale = useLocale()
  const when = new Date(aside.atMs).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' })
  const drop = async (said: string) => {
    await dropAside(session.keeper.key, aside.id)
    showToast({ text: said })
    onDecided()
  }
  const bringIn = () => {
    if (putBack(session, aside)) void drop(offline.asideIn)
    else showToast({ text: offline.asideNotIn, tone: 'bad' })
  }
  return (
    <section
      className="st-kept"
      data-area
      data-testid="kept-changes"
      aria-label={offline.asideTitle(aside.edits, when)}
    >
      <History className="st-kept__icon" size={18} aria-hidden />
      <p className="st-kept__text">
        <strong>{offline.asideTitle(aside.edits, when)}</strong> {offline.asideReason[aside.reason]}
      </p>
      <div className="st-kept__ways">
        <Button size="small" variant="plain" onPress={() => void drop(offline.asideDropped(aside.edits))}>
          {offline.asideDrop}
        </Button>
        {session.canWrite ? (
          <Button size="small" onPress={bringIn}>
            {offline.asidePutBack}
          </Button>
        ) : null}
      </div>
    </section>
  )
}
