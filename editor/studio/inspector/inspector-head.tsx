import { Ellipsis, Layers2 } from 'lucide-react'
import { Button as PlainButton } from 'react-aria-components'
import type { NodeId } from '#model/index.ts'
import { IconButton } from '#editor/ui/icon-button.tsx'
import { Menu } from '#editor/ui/menu.tsx'
import { showToast } from '#editor/ui/toast.tsx'
import { Tooltip } from '#editor/ui/tooltip.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { BlockIcon } from '../session/block-icon.tsx'
import { useSession } from '../session/use-session.tsx'
import { resetField } from './field-edit.ts'
import './inspector.css'

export interface InspectorHeadProps {
  readonly ids: readonly NodeId[]
  /** The kind of all of them; undefined when they are of several kinds. */
  readonly type: string | undefined
  /** What was set to something else than its default, and whether that is layout or style. */
  readonly changed: readonly { readonly prop: string; readonly isLook: boolean }[]
}

/** What is being edited, in a name and a sentence, and what can be done to all of its settings. */
export function InspectorHead({ ids, type, changed }: InspectorHeadProps) {
  const { blocks, canEdit } = useSession()
  const words = useWords()
  const { inspector, studio } = words
  const name = type === undefined ? '' : studio.nameOf(blocks.nameOf(type))
  const isSeveral = ids.length > 1
  const description = type === undefined ? undefined : blocks.find(type)?.description
  const note = isSeveral
    ? type === undefined
      ? inspector.severalMixed
      : inspector.severalSame(name)
    : description && studio.nameOf(description)
  const reset = useReset(ids)
  return (
    <header className="st-inspector__head">
      {type === undefined ? <Layers2 size={20} aria-hidden /> : <BlockIcon type={type} size={20} />}
      <div className="st-inspector__about">
        <h2 className="st-inspector__name">{isSeveral ? inspector.severalBlocks(ids.length) : name}</h2>
        {note ? (
          <Tooltip text={note}>
            <PlainButton className="st-inspector__note" excludeFromTabOrder>
              {note}
            </PlainButton>
          </Tooltip>
        ) : null}
      </div>
      {canEdit ? (
        <Menu
          label={inspector.moreActions}
          placement="bottom end"
          entries={[
            {
              id: 'look',
              label: inspector.resetLook,
              isDisabled: !changed.some(({ isLook }) => isLook),
              onAction: () => reset(changed.filter(({ isLook }) => isLook).map(({ prop }) => prop)),
            },
            {
              id: 'all',
              label: inspector.resetAll,
              isDisabled: changed.length === 0,
              onAction: () => reset(changed.map(({ prop }) => prop)),
            },
          ]}
        >
          <IconButton size="small" label={inspector.moreActions} icon={<Ellipsis size={16} />} />
        </Menu>
      ) : null}
    </header>
  )
}

function useReset(ids: readonly NodeId[]): (props: readonly string[]) => void {
  const session = useSession()
  const words = useWords()
  return (props) => {
    session.edit('reset-properties', (program) => {
      for (const id of ids) {
        const definition = session.blocks.find(program.node(id)?.type ?? '')
        for (const prop of props) if (program.has(id)) resetField(program, definition, id, prop)
      }
    })
    showToast({
      text: words.inspector.wasReset,
      action: { label: words.common.undo, run: () => void session.undo.undo() },
    })
  }
}
