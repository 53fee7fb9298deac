import type * as Y from 'yjs'
import { raiseVersion } from '../newer-document-error.ts'
import { seedText } from '../seed-text.ts'
import { rewriteText, sharedTextOf, wordsOf } from '../shared-text.ts'
import { freeTabTurn, readTab, readTabTurn, tabIconKey, tabLabelKey } from '../tree/page-tab.ts'
import type { PageTab } from '../tree/page-tab.ts'

/**
 * Gives a page a tab, changes it or takes it away. Of two people who change label and picture at once both succeed, and of
 * two who type in one label both words stay. Who takes it away while another changes it succeeds. [M34]
 */
export function changeTab(map: Y.Map<unknown>, tab: PageTab | null): void {
  const before = readTab(map)
  if (tab === null) {
    if (map.get('tab') !== null) map.set('tab', null)
    return
  }
  if (!before) {
    const turn = freeTabTurn(map)
    if (turn > 0) raise(map)
    map.set('tab', { label: tab.label, icon: tab.icon, ...(turn > 0 && { turn }) })
    return
  }
  const turn = readTabTurn(map)
  if (tab.icon !== before.icon) {
    raise(map)
    map.set(tabIconKey(turn), tab.icon)
  }
  if (tab.label !== before.label) {
    raise(map)
    const key = tabLabelKey(turn)
    if (!sharedTextOf(map.get(key))) seedText(map, key, wordsOf(map.get(key)) ?? before.label)
    const text = sharedTextOf(map.get(key))
    if (text) rewriteText(text, tab.label)
  }
}

function raise(map: Y.Map<unknown>): void {
  if (map.doc) raiseVersion(map.doc)
}
