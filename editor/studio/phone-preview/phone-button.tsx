import { Smartphone } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Dialog } from '#editor/ui/dialog.tsx'
import { IconButton } from '#editor/ui/icon-button.tsx'
import { Skeleton } from '#editor/ui/skeleton.tsx'
import { useWords } from '#editor/words/use-words.ts'
import type { PhonePreview } from '#platform/contract/merchant.ts'

const PhoneCode = lazy(() => import('./phone-code.tsx').then((file) => ({ default: file.PhoneCode })))

/** Opens the code that shows this draft on a real phone. The code goes on when its box is closed. */
export function PhoneButton() {
  const words = useWords()
  const [isOpen, setOpen] = useState(false)
  const [preview, setPreview] = useState<PhonePreview>()
  return (
    <>
      <IconButton label={words.reach.phone} icon={<Smartphone size={18} />} onPress={() => setOpen(true)} />
      <Dialog title={words.reach.phoneTitle} isOpen={isOpen} onClose={() => setOpen(false)} widthPx={380}>
        <Suspense fallback={<Skeleton heightPx={264} />}>
          <PhoneCode preview={preview} onOpened={setPreview} />
        </Suspense>
      </Dialog>
    </>
  )
}
