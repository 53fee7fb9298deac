import { useStore } from 'zustand'
import { useSession, useView } from '../session/use-session.tsx'
import { picturesOf } from './pictures-of.ts'
import { UploadList } from './upload-list.tsx'
import './pictures.css'

/** Uploads that began on the canvas or in a form, over a corner of the canvas; the panel shows them itself. */
export function UploadTray() {
  const { uploads } = picturesOf(useSession())
  const isEmpty = useStore(uploads.store, (all) => all.length === 0)
  const inPanel = useView((view) => view.panel === 'pictures')
  if (isEmpty || inPanel) return null
  return (
    <div className="st-upload-tray">
      <UploadList />
    </div>
  )
}
