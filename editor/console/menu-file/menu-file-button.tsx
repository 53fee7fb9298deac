import { FileSpreadsheet } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Button, Menu, showToast } from '#editor/ui/index.ts'
import { useLanguage, useWords, wordsNow } from '#editor/words/use-words.ts'
import type { MerchantCatalogue } from '#platform/contract/merchant.ts'
import { useCanWork } from '../shop-context.ts'
import { saveMenu, type MenuFormat } from './save-menu.ts'

const ImportDialog = lazy(() => import('./import-dialog.tsx').then(({ ImportDialog: it }) => ({ default: it })))

/** The menu as a file: saved, and brought back. */
export function MenuFileButton({ catalogue }: { readonly catalogue: MerchantCatalogue }) {
  const { menuFile: words } = useWords()
  const language = useLanguage()
  const canWork = useCanWork()
  const [isOpen, setOpen] = useState(false)
  const save = (format: MenuFormat) => {
    saveMenu(catalogue, format, { name: words.fileName, language }).catch(() =>
      showToast({ text: wordsNow().menuFile.saveFailed, tone: 'bad' }),
    )
  }
  return (
    <>
      <Menu
        label={words.file}
        placement="bottom end"
        entries={[
          ...(canWork ? [{ id: 'bring', label: words.bring, onAction: () => setOpen(true) }] : []),
          { id: 'xlsx', label: words.saveExcel, onAction: () => save('xlsx') },
          { id: 'csv', label: words.saveCsv, onAction: () => save('csv') },
        ]}
      >
        <Button icon={<FileSpreadsheet size={16} aria-hidden />}>{words.file}</Button>
      </Menu>
      {isOpen ? (
        <Suspense>
          <ImportDialog onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
