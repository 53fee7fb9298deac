import { Button as PlainButton } from 'react-aria-components'
import { pageTemplates } from '#templates/pages/index.ts'
import { Dialog } from '#editor/ui/dialog.tsx'
import { useLocalText, useWords } from '#editor/words/use-words.ts'
import { useSession } from '../session/use-session.tsx'
import { addFromTemplate } from './page-actions.ts'
import { PageSketch } from './page-sketch.tsx'
import './add-page.css'

/** Chooses what a new page begins with. */
export function AddPageDialog({ onClose }: { readonly onClose: () => void }) {
  const session = useSession()
  const { pages: words } = useWords()
  const say = useLocalText()
  return (
    <Dialog title={words.addTitle} isOpen onClose={onClose} widthPx={760}>
      <p className="st-add-page__help">{words.addHelp}</p>
      <ul className="st-add-page__templates">
        {pageTemplates.map((template) => (
          <li key={template.id}>
            <PlainButton
              className="st-add-page__template"
              onPress={() => {
                addFromTemplate(session, template)
                onClose()
              }}
            >
              <PageSketch template={template} />
              <span className="st-add-page__name">{say(template.title)}</span>
              <span className="st-add-page__about">{say(template.description)}</span>
            </PlainButton>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
