import { Check, Link2 } from 'lucide-react'
import { useEffect, useState, type FormEvent } from 'react'
import { renameSection, type SectionId } from '#model/index.ts'
import { Button } from '#editor/ui/button.tsx'
import { TextField } from '#editor/ui/text-field.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { useSession, useView } from '../session/use-session.tsx'
import { leaveSection } from './edit-section.ts'
import { namingGesture } from './linked-section-commands.ts'
import { usePlaceCount, useSection } from './use-sections.ts'
import './sections.css'

const LONGEST_NAME = 40

/** Above the canvas: which section is edited, and the name of one that was just saved. */
export function SectionBar() {
  const pageId = useView((view) => view.pageId) as SectionId | undefined
  const naming = useView((view) => view.naming)
  const section = useSection(pageId)
  if (naming !== undefined) return <NamingBar key={naming} id={naming} />
  return section ? <EditingBar id={section.id} name={section.name} /> : null
}

function EditingBar({ id, name }: { readonly id: SectionId; readonly name: string }) {
  const { view, program } = useSession()
  const words = useWords()
  const count = usePlaceCount(id)
  return (
    <div className="st-section-bar" role="status" data-testid="section-bar">
      <Link2 size={16} aria-hidden />
      <p className="st-section-bar__text">
        <strong>{words.sections.editing(name || words.sections.unnamed)}</strong>
        <span>
          {words.sections.places(count)}. {words.sections.everywhere}
        </span>
      </p>
      <Button size="small" variant="primary" onPress={() => leaveSection(view, program)}>
        {words.sections.done}
      </Button>
    </div>
  )
}

/** Asks for the name without standing in the way: it has one already, and typing on is undone together with saving. */
function NamingBar({ id }: { readonly id: SectionId }) {
  const session = useSession()
  const words = useWords()
  const section = useSection(id)
  const [name, setName] = useState(section?.name ?? '')
  const isGone = section === undefined
  const { view } = session
  const end = () => view.setState({ naming: undefined })
  useEffect(() => {
    if (isGone) view.setState({ naming: undefined })
  }, [isGone, view])
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    end()
  }
  return (
    <form className="st-section-bar st-section-bar--naming" onSubmit={onSubmit} data-testid="section-naming">
      <Link2 size={16} aria-hidden />
      <TextField
        label={words.sections.nameLabel}
        isLabelHidden
        autoFocus
        value={name}
        maxLength={LONGEST_NAME}
        onFocus={(event) => event.target instanceof HTMLInputElement && event.target.select()}
        onKeyDown={(event) => {
          if (event.key === 'Escape') end()
        }}
        onChange={(next) => {
          setName(next)
          if (next.trim() !== '')
            session.edit('save-as-section', (program) => renameSection(program, id, next.trim()), namingGesture(id))
        }}
      />
      <span className="st-section-bar__help">{words.sections.nameHelp}</span>
      <Button size="small" variant="primary" type="submit" icon={<Check size={14} aria-hidden />}>
        {words.sections.done}
      </Button>
    </form>
  )
}
