import { useMemo, useSyncExternalStore } from 'react'
import type { CompiledNode } from '#model/compiled-program.ts'
import { isCodeBlockType, type JsonValue, type NodeId } from '#model/index.ts'
import type { StudioSession } from '../session/studio-session.ts'
import { useSession } from '../session/use-session.tsx'
import { fieldsInCommon, sharedValue, type EditedBlock, type EditedField } from './common-values.ts'
import { isShown } from '#compiler/checks/is-shown.ts'
import { isChanged } from './field-edit.ts'

/** The chosen blocks as the inspector reads them: read once after each change, however many fields ask. */
export interface EditedBlocks {
  readonly ids: readonly NodeId[]
  /** Without blocks that this version does not know; the same list until one of them changes. */
  read(): readonly EditedBlock[]
  /** Called once for each edit that touched one of them, or gave code blocks other fields. */
  subscribe(listener: () => void): () => void
}

export function createEditedBlocks(
  { program, compiler, blocks, signals }: Pick<StudioSession, 'program' | 'compiler' | 'blocks' | 'signals'>,
  ids: readonly NodeId[],
): EditedBlocks {
  const versionNow = () => ids.reduce((sum, id) => sum + signals.version(id), 0)
  let version = -1
  let list: readonly EditedBlock[] = []
  return {
    ids,
    read() {
      const now = versionNow()
      if (now === version) return list
      version = now
      list = ids.flatMap((id) => {
        const node = program.node(id)
        const definition = node && blocks.find(node.type)
        return definition
          ? [{ definition, stored: node.props, props: { ...compiler.node(id)?.props, ...node.props } }]
          : []
      })
      return list
    },
    subscribe(listener) {
      const stop = program.subscribe(({ nodes, removed }) => {
        if (ids.some((id) => nodes.has(id) || removed.has(id))) listener()
      })
      const isOwn = ids.some((id) => isCodeBlockType(program.node(id)?.type ?? ''))
      const stopFields = isOwn ? signals.subscribe('code-blocks', listener) : () => undefined
      return () => {
        stop()
        stopFields()
      }
    },
  }
}

export function useEditedBlocks(ids: readonly NodeId[]): EditedBlocks {
  const session = useSession()
  return useMemo(() => createEditedBlocks(session, ids), [session, ids])
}

/** What the inspector is made of, whatever the values are: the same object while somebody types. */
export interface Shape {
  /** The kind of all of them; undefined when they are of several kinds. */
  readonly type: string | undefined
  readonly fields: readonly (EditedField & { readonly isChanged: boolean })[]
  readonly problem: NonNullable<CompiledNode['problem']>['code'] | undefined
}

export function useShape(edited: EditedBlocks): Shape {
  const { program, compiler } = useSession()
  const read = useMemo(() => {
    let last: { readonly from: readonly EditedBlock[]; readonly key: string; readonly shape: Shape } | undefined
    return (): Shape => {
      const from = edited.read()
      if (last?.from === from) return last.shape
      const nodes = edited.ids.flatMap((id) => program.node(id) ?? [])
      const types = [...new Set(nodes.map(({ type }) => type))]
      const known = from.length === nodes.length ? from : []
      const fields = fieldsInCommon(known.map(({ definition }) => definition))
        .filter(({ field }) => known.every(({ props }) => isShown(field, props)))
        .map((each) => ({ ...each, isChanged: isChangedIn(known, each) }))
      const [only] = nodes
      const problem = nodes.length === 1 && only ? compiler.node(only.id)?.problem?.code : undefined
      const key = JSON.stringify([types, problem, fields.map((each) => [each.prop, each.isChanged])])
      const shape =
        last?.key === key ? last.shape : { type: types.length === 1 ? types[0] : undefined, fields, problem }
      last = { from, key, shape }
      return shape
    }
  }, [edited, program, compiler])
  return useSyncExternalStore(edited.subscribe, read)
}

export interface FieldState {
  readonly value: JsonValue
  /** Several blocks are chosen, and their values differ. */
  readonly isMixed: boolean
  /** Somebody set it to something else than its default. */
  readonly isChanged: boolean
}

/** One field of the chosen blocks, drawn again only when its own value is another. */
export function useFieldState(edited: EditedBlocks, { prop, field }: EditedField): FieldState {
  const read = useMemo(() => {
    let last: FieldState | undefined
    return (): FieldState => {
      const blocks = edited.read()
      const now = { ...sharedValue(blocks, prop), isChanged: isChangedIn(blocks, { prop, field }) }
      return last && isSame(last, now) ? last : (last = now)
    }
  }, [edited, prop, field])
  return useSyncExternalStore(edited.subscribe, read)
}

function isChangedIn(blocks: readonly EditedBlock[], { prop, field }: EditedField): boolean {
  return blocks.some(({ definition, stored }) => isChanged(definition.fields[prop] ?? field, stored[prop]))
}

function isSame(a: FieldState, b: FieldState): boolean {
  if (a.isMixed !== b.isMixed || a.isChanged !== b.isChanged) return false
  return a.value === b.value || JSON.stringify(a.value) === JSON.stringify(b.value)
}
