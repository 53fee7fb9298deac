import {
  changePage,
  findPart,
  hidePage,
  hidePart,
  overrideKey,
  refused,
  removeNode,
  removePage,
  resetOverride,
  setOverride,
  setTheme,
  succeeded,
  type Outcome,
} from '#model/index.ts'
import { api } from '#editor/api/index.ts'
import { valueWithFix } from '#compiler/checks/find-field-problems.ts'
import { resetField, writeField } from '../inspector/field-edit.ts'
import type { StudioSession } from '../session/studio-session.ts'
import { MOST_TABS } from '#compiler/checks/check-program.ts'
import type { Repair } from '#compiler/checks/finding.ts'
import { refusesRepair, type RepairRefusal } from './refuses-repair.ts'

/** A shop that has said nothing yet is taken to be open by day; times of the shop's own clock. */
const USUAL_HOURS = { opens: '09:00', closes: '21:00' }

type RepairSession = Pick<StudioSession, 'program' | 'blocks' | 'edit' | 'undo' | 'canEdit' | 'canLock'> & {
  readonly facts: { readonly id: string }
}

/**
 * Does what "fix it" says. In the document it is one step of undo; opening hours are the shop's, saved at once.
 * @returns what takes it back, or a refusal where locks keep this person from it; nothing is changed then
 * @throws ApiFailure when the shop's settings could not be saved
 */
export async function applyRepair(
  session: RepairSession,
  repair: Repair,
  shop: Pick<typeof api, 'settings' | 'changeSettings'> = api,
): Promise<Outcome<RepairRefusal, () => Promise<void>>> {
  const refusal = refusesRepair(session, repair)
  if (refusal) return refused(refusal)
  if (repair.kind === 'set-usual-hours') return succeeded(await setUsualHours(session.facts.id, shop))
  repairDocument(session, repair)
  return succeeded(() => Promise.resolve(void session.undo.undo()))
}

/** Days that were said to be otherwise stay. @returns takes it back */
async function setUsualHours(
  programId: string,
  shop: Pick<typeof api, 'settings' | 'changeSettings'>,
): Promise<() => Promise<void>> {
  const { hours: before } = await shop.settings(programId)
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, ...USUAL_HOURS }))
  await shop.changeSettings(programId, { hours: { ...before, weekly } })
  return async () => void (await shop.changeSettings(programId, { hours: before }))
}

function repairDocument(
  { program, blocks, edit }: RepairSession,
  repair: Exclude<Repair, { kind: 'set-usual-hours' }>,
): void {
  switch (repair.kind) {
    case 'write-field': {
      const { nodeId, prop, path, fix } = repair
      const part = findPart(program, nodeId)
      const node = part?.source ?? program.node(nodeId)
      if (!node) return
      const definition = blocks.find(node.type)
      const present = (part ?? node).props[prop] ?? definition?.fields[prop]?.default ?? null
      const value = valueWithFix(present, path, fix.value)
      return edit('repair', () => {
        if (part) setOverride(program, nodeId, prop, value)
        else writeField(program, definition, nodeId, prop, value)
      })
    }
    case 'remove-text': {
      const part = findPart(program, repair.nodeId)
      if (part) {
        const key = overrideKey(part.path, repair.prop)
        return edit('repair', () => resetOverride(program, part.instance.id, key))
      }
      const node = program.node(repair.nodeId)
      const definition = node && blocks.find(node.type)
      return edit('repair', () => resetField(program, definition, repair.nodeId, repair.prop))
    }
    case 'remove-node':
      return edit('delete-selection', () =>
        findPart(program, repair.nodeId) ? hidePart(program, repair.nodeId) : removeNode(program, repair.nodeId),
      )
    case 'remove-page':
      return edit('remove-page', () => removePage(program, repair.pageId))
    case 'show-page':
      return edit('show-page', () => hidePage(program, repair.pageId, false))
    case 'keep-first-tabs':
      return edit('repair', () => {
        const tabs = program.pages().filter(({ tab, isHidden }) => tab && !isHidden)
        for (const { id } of tabs.slice(MOST_TABS)) changePage(program, id, { tab: null })
      })
    case 'set-theme':
      return edit('change-theme', () => setTheme(program, repair.choices))
  }
}
