/** How a page's tab lies in the page's map. Label and picture are entries of their own, so that two people never meet. */
import type * as Y from 'yjs'
import { isObject } from '../schema.ts'
import { wordsOf } from '../shared-text.ts'

export interface PageTab {
  readonly label: string
  readonly icon: string
}

const labelPrefix = 'tabLabel:'
const iconPrefix = 'tabIcon:'

/** A tab that was taken away and made again is in another turn: what was written of the first says nothing of it. [M34] */
export const tabLabelKey = (turn: number): string => labelPrefix + turn
export const tabIconKey = (turn: number): string => iconPrefix + turn

/** Whether an entry of a page says something of its tab. */
export function isTabKey(key: string): boolean {
  return key === 'tab' || key.startsWith(labelPrefix) || key.startsWith(iconPrefix)
}

/** @returns null for a page without a tab */
export function readTab(map: Y.Map<unknown>): PageTab | null {
  const tab: unknown = map.get('tab')
  if (!isObject(tab)) return null
  const turn = turnOf(tab)
  const icon = map.get(tabIconKey(turn)) ?? tab.icon
  return {
    label: wordsOf(map.get(tabLabelKey(turn))) ?? wordsOf(tab.label) ?? '',
    icon: typeof icon === 'string' ? icon : '',
  }
}

/** Which tab of the page this is, counted from 0. */
export function readTabTurn(map: Y.Map<unknown>): number {
  const tab: unknown = map.get('tab')
  return isObject(tab) ? turnOf(tab) : 0
}

/** A turn in which nothing was written yet. */
export function freeTabTurn(map: Y.Map<unknown>): number {
  const turns = [...map.keys()].flatMap((key) =>
    key !== 'tab' && isTabKey(key) ? [Number(key.slice(key.indexOf(':') + 1)) + 1] : [],
  )
  return Math.max(0, ...turns)
}

function turnOf(tab: { readonly turn?: unknown }): number {
  return typeof tab.turn === 'number' ? tab.turn : 0
}
