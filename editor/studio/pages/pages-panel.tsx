import { Plus } from 'lucide-react'
import { useEffect } from 'react'
import { Button } from '#editor/ui/button.tsx'
import { useCommand } from '../session/use-commands.ts'
import { usePages, useSession, useView } from '../session/use-session.tsx'
import { addPage } from './page-commands.ts'
import { PageList } from './page-list.tsx'
import { PageSettings } from './page-settings.tsx'
import { TabBarEditor } from './tab-bar-editor.tsx'
import './pages.css'

/** The program's pages and its tab bar; the settings of one page take the panel's place while they are open. */
export function PagesPanel() {
  const { view } = useSession()
  const pages = usePages()
  const settingsOf = useView((state) => state.pageSettingsOf)
  const add = useCommand(addPage)
  const page = pages.find(({ id }) => id === settingsOf)
  // Opened another time, the panel begins with the list.
  useEffect(() => () => view.setState({ pageSettingsOf: undefined, renamingPage: undefined }), [view])
  if (page)
    return <PageSettings key={page.id} page={page} onBack={() => view.setState({ pageSettingsOf: undefined })} />
  return (
    <div className="st-pages">
      <PageList />
      <div className="st-pages__add">
        <Button isWide icon={<Plus size={16} aria-hidden />} isDisabled={!add.isEnabled} onPress={add.run}>
          {add.label}
        </Button>
      </div>
      <TabBarEditor />
    </div>
  )
}
