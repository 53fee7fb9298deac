import { Copy, Printer, QrCode } from 'lucide-react'
import { useState } from 'react'
import { Button, Dialog, IconButton, showToast } from '#editor/ui/index.ts'
import { QrPicture } from '#editor/ui/qr-picture.tsx'
import { useWords } from '#editor/words/use-words.ts'
import type { ShopSettings } from '#platform/contract/merchant.ts'
import { useShop } from '../shop-context.ts'

type Table = ShopSettings['tables'][number]

/** Each table's own link: a guest who scans it orders to that table. */
export function TableList() {
  const words = useWords()
  const { settings } = useShop()
  const [openId, setOpen] = useState<string | null>(null)
  const open = settings.tables.find(({ id }) => id === openId)
  const isPublished = settings.tables.some(({ url }) => url !== null)
  return (
    <section className="panel settings__card settings__card--tables" aria-label={words.console.tables}>
      <h2 className="settings__title">{words.console.tables}</h2>
      <p className="settings__note">{isPublished ? words.console.tablesNote : words.console.tablesUnpublished}</p>
      <ul className="tables">
        {settings.tables.map((table) => (
          <li key={table.id} className="tables__table">
            <b>{table.label}</b>
            <span>{words.console.seats(table.seats)}</span>
            {table.url === null ? null : (
              <>
                <IconButton
                  size="small"
                  label={words.console.copyTableLink(table.label)}
                  icon={<Copy size={16} aria-hidden />}
                  onPress={() => void copy(table.url ?? '', words.home.linkCopied)}
                />
                <IconButton
                  size="small"
                  label={words.console.showTableCode(table.label)}
                  icon={<QrCode size={16} aria-hidden />}
                  onPress={() => setOpen(table.id)}
                />
              </>
            )}
          </li>
        ))}
      </ul>
      {open && open.url !== null ? <TableCode table={open} url={open.url} onClose={() => setOpen(null)} /> : null}
    </section>
  )
}

interface TableCodeProps {
  readonly table: Table
  readonly url: string
  readonly onClose: () => void
}

function TableCode({ table, url, onClose }: TableCodeProps) {
  const words = useWords()
  const { settings } = useShop()
  return (
    <Dialog
      title={words.console.table(table.label)}
      isOpen
      onClose={onClose}
      widthPx={380}
      foot={
        <>
          <Button icon={<Copy size={16} aria-hidden />} onPress={() => void copy(url, words.home.linkCopied)}>
            {words.home.copyLink}
          </Button>
          <Button variant="primary" icon={<Printer size={16} aria-hidden />} onPress={() => window.print()}>
            {words.console.print}
          </Button>
        </>
      }
    >
      <figure className="table-code">
        <figcaption className="table-code__shop">{settings.name}</figcaption>
        <QrPicture className="qr-picture" text={url} label={words.console.tableCode(table.label)} />
        <p className="table-code__table">{table.label}</p>
        <p className="table-code__text">{words.console.scanToOrder}</p>
      </figure>
    </Dialog>
  )
}

async function copy(text: string, said: string) {
  await navigator.clipboard.writeText(text)
  showToast({ text: said, tone: 'good' })
}
