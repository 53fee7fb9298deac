import type { CodeBlockId } from '#model/index.ts'
import { selecting } from '#editor/state/selection.ts'
import { Button } from '#editor/ui/button.tsx'
import { Dialog } from '#editor/ui/dialog.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { useSession } from '../session/use-session.tsx'
import { deleteCode } from './delete-code.ts'
import { nameOfCode } from './name-of-code.ts'
import { placesOfCode, type CodePlace } from './places-of-code.ts'
import './code-blocks.css'

/** Before a code block that is in use is deleted: where it stands, each of which can be looked at. */
export function DeleteCodeDialog({ id }: { readonly id: CodeBlockId }) {
  const session = useSession()
  const words = useWords()
  const { view, program } = session
  const close = () => view.setState({ deletingCode: undefined })
  const show = ({ root, nodeId }: CodePlace) =>
    view.setState({ deletingCode: undefined, pageId: root, ...selecting(nodeId) })
  const whereOf = ({ root, count }: CodePlace) => {
    const section = program.section(root as never)
    const where = section
      ? words.codeBlocks.inSection(section.name || words.sections.unnamed)
      : (program.page(root)?.title ?? '')
    return words.codeBlocks.inPlace(where, count)
  }
  return (
    <Dialog
      title={words.codeBlocks.deleteTitle(nameOfCode(session, words, id))}
      isOpen
      onClose={close}
      foot={
        <>
          <Button onPress={close}>{words.codeBlocks.keep}</Button>
          <Button
            variant="danger"
            onPress={() => {
              close()
              deleteCode(session, words, id)
            }}
          >
            {words.common.delete}
          </Button>
        </>
      }
    >
      <p>{words.codeBlocks.deleteText}</p>
      <ul className="st-code-uses">
        {placesOfCode(program, id).map((place) => (
          <li key={place.root}>
            <span>{whereOf(place)}</span>
            <Button size="small" variant="plain" onPress={() => show(place)}>
              {words.checks.showMe}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
