import { ArrowLeft, Plus, Trash2 } from 'lucide-react'
import { asApiFailure } from '#editor/api/index.ts'
import type { ChangePictureInput, LibraryPicture } from '#platform/contract/pictures.ts'
import { Button } from '#editor/ui/button.tsx'
import { showToast } from '#editor/ui/toast.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { describeFailure } from '../session/describe-failure.ts'
import { useSession } from '../session/use-session.tsx'
import { DraftField } from './draft-field.tsx'
import { insertPictures } from './insert-picture-files.ts'
import { valueOf } from './picture-value.ts'
import { picturesOf } from './pictures-of.ts'
import { useUses } from './use-uses.ts'
import { UseList } from './use-list.tsx'

/** One picture of the library: its name, the text suggested for it, where it is used, and what can be done with it. */
export function PictureDetails({ picture, onBack }: { readonly picture: LibraryPicture; readonly onBack: () => void }) {
  const session = useSession()
  const words = useWords()
  const { library } = picturesOf(session)
  const uses = useUses(session.facts.workspaceId, picture.id)
  const { canEdit } = session
  const change = async (input: ChangePictureInput): Promise<boolean> => {
    try {
      await library.change(picture.id, input)
      return true
    } catch (thrown) {
      const { code } = asApiFailure(thrown)
      showToast({ text: code === 'conflict' ? words.pictures.stillUsed : describeFailure(code, words), tone: 'bad' })
      return false
    }
  }
  /** The library is the workspace's, not the program's: its changes are no steps, and have their way back in a toast. */
  const changeWithUndo = async (to: ChangePictureInput, before: ChangePictureInput, said: string): Promise<boolean> => {
    if (!(await change(to))) return false
    showToast({ text: said, action: { label: words.common.undo, run: () => void change(before) } })
    return true
  }
  const remove = async () => {
    if (await changeWithUndo({ removed: true }, { removed: false }, words.pictures.deleted(picture.name))) onBack()
  }
  return (
    <div className="st-pictures">
      <div>
        <Button variant="plain" size="small" icon={<ArrowLeft size={16} aria-hidden />} onPress={onBack} autoFocus>
          {words.pictures.back}
        </Button>
      </div>
      <img className="st-pictures__large" src={`${picture.url}?w=640`} alt={picture.alt} />
      <DraftField
        label={words.pictures.name}
        value={picture.name}
        maxLength={120}
        isReadOnly={!canEdit}
        onCommit={(name) =>
          name.trim() !== '' &&
          void changeWithUndo({ name }, { name: picture.name }, words.pictures.renamed(name.trim()))
        }
      />
      <DraftField
        label={words.pictures.alt}
        help={words.pictures.altHelp}
        value={picture.alt}
        maxLength={200}
        rows={2}
        isReadOnly={!canEdit}
        onCommit={(alt) => void changeWithUndo({ alt }, { alt: picture.alt }, words.pictures.altChanged(picture.name))}
      />
      <p className="st-pictures__size">{words.pictures.size(picture.widthPx, picture.heightPx)}</p>
      {canEdit ? (
        <Button
          variant="quiet"
          isWide
          icon={<Plus size={16} aria-hidden />}
          onPress={() => insertPictures(session, [valueOf(picture)])}
        >
          {words.pictures.insert}
        </Button>
      ) : null}
      <section className="st-pictures__uses" aria-labelledby="st-picture-uses">
        <h3 id="st-picture-uses" className="st-group-title">
          {words.pictures.whereUsed}
        </h3>
        <UseList uses={uses} />
      </section>
      {canEdit ? (
        <div>
          <Button
            variant="plain"
            size="small"
            icon={<Trash2 size={14} aria-hidden />}
            isDisabled={uses.found.length > 0}
            onPress={() => void remove()}
          >
            {words.pictures.delete}
          </Button>
          {uses.found.length > 0 ? <p className="st-pictures__size">{words.pictures.deleteHelp}</p> : null}
        </div>
      ) : null}
    </div>
  )
}
