import { Code } from 'lucide-react'
import { codeBlockOf } from '#model/index.ts'
import { Button } from '#editor/ui/button.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { useSession } from '../session/use-session.tsx'
import { openCode } from './code-commands.ts'

/** In the inspector of a code block: leads to its code. Nothing for blocks of the library. */
export function EditCodeButton({ type }: { readonly type: string | undefined }) {
  const { view, canEdit } = useSession()
  const { codeBlocks: words } = useWords()
  const id = codeBlockOf(type ?? '')
  if (id === undefined) return null
  return (
    <div className="st-inspector__code">
      <Button size="small" icon={<Code size={16} aria-hidden />} isWide onPress={() => openCode(view, id)}>
        {canEdit ? words.edit : words.look}
      </Button>
    </div>
  )
}
