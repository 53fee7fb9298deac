/** Random edits of what pages say and how they look and behave, beside those of the tree. */
import {
  addPage,
  changePage,
  changePageSettings,
  changeText,
  hidePage,
  insertNode,
  moveTab,
  resetOverride,
  setLanguage,
  setName,
  setProp,
  setRichText,
  setShowWhen,
  setTheme,
  type JsonObject,
  type JsonValue,
  type NodeId,
  type PageId,
  type Program,
  type Random,
} from '#model/index.ts'
import { instanceType, overrideKey, overridesOf, partPath } from '#model/section-instance.ts'
import type { ShowWhenChange } from '#model/show-when.ts'
import { nodesIn } from '#model/testing/random-edits.ts'
import { themeChoices } from '#model/theme-choices.ts'

type Pick = <Item>(items: readonly Item[]) => Item

/** Does one edit to `program`. @returns what it did, for the message of a failing test */
export function editContent(program: Program, random: Random): string {
  const pick: Pick = (items) => items[Math.floor(random() * items.length)]!
  const pageId = pick(program.pages()).id
  const edit = pick([editText, editLook, editPage, editTabs, editTheme, editPlace])
  return edit(program, pick, pageId)
}

function editText(program: Program, pick: Pick, pageId: PageId): string {
  const notes = nodesIn(program).filter((id) => program.node(id)?.type === 'note')
  if (notes.length < 3) {
    const inserted = insertNode(program, {
      type: 'note',
      to: { parentId: pageId, slot: 'root', index: pick([0, 1, 9]) },
    })
    return `note ${inserted.ok && inserted.value}`
  }
  const id = pick(notes)
  const marks = pick<JsonObject>([
    {},
    { bold: true },
    { colour: 'accent' },
    { link: { kind: 'page', pageId } },
    { no: 'mark' },
  ])
  if (pick([true, false])) {
    const list = { list: pick(['bullet', 'number']) }
    setRichText(program, id, 'body', {
      $rich: [
        { insert: pick(['Hot', 'Old']), attributes: marks },
        { insert: '\n', attributes: list },
      ],
    })
    return `rich ${id}`
  }
  changeText(program, id, 'body', [{ insert: pick(['a', '\n', '面']), attributes: marks }])
  return `write ${id}`
}

function editLook(program: Program, pick: Pick, pageId: PageId): string {
  const id = pick<NodeId | undefined>(nodesIn(program))
  if (id === undefined) return 'nothing'
  const change = pick<ShowWhenChange | null>([
    null,
    { hidden: true },
    { hidden: undefined },
    { fromMs: 1_700_000_000_000, untilMs: 1_800_000_000_000 },
    { untilMs: Number.POSITIVE_INFINITY },
    { audience: 'members' },
    { hours: 'closed', audience: undefined },
  ])
  setShowWhen(program, id, change)
  setProp(program, id, 'colour', pick(['', '#ff0000', 'theme:ink', 'no colour', undefined]))
  setProp(
    program,
    id,
    'link',
    pick<JsonValue | undefined>([null, { kind: 'page', pageId }, { kind: 'web', url: 'javascript:x' }, undefined]),
  )
  return `look ${id} ${JSON.stringify(change)}`
}

function editPage(program: Program, pick: Pick, pageId: PageId): string {
  const picture = { url: '/pictures/a', widthPx: 10, heightPx: 5, alt: '' }
  const change = pick([
    { shareTitle: 'Shared', shareText: null },
    { shareText: 'Six hours', searchWords: 'noodles, soup' },
    { sharePicture: picture },
    { sharePicture: null, shareTitle: null, unlisted: true as const },
    { unlisted: false as const, searchWords: '' },
  ])
  changePageSettings(program, pageId, change)
  const isHidden = pick([true, false])
  return `page ${pageId} ${JSON.stringify(change)} hidden ${isHidden} ${hidePage(program, pageId, isHidden).ok}`
}

function editTabs(program: Program, pick: Pick, pageId: PageId): string {
  const tab = pick([null, { label: '', icon: 'home' }, { label: 'Menu', icon: 'utensils' }])
  if (program.pages().length < 5) return `tab page ${addPage(program, { title: 'Tab', tab, index: pick([0, 2]) })}`
  if (pick([true, false])) return `move tab ${pageId} ${moveTab(program, pageId, pick([0, 1, 7])).ok}`
  return `tab ${pageId} ${changePage(program, pageId, { tab }).ok}`
}

function editTheme(program: Program, pick: Pick): string {
  const name = pick(Object.keys(themeChoices) as (keyof typeof themeChoices)[])
  const choice = pick<string | undefined>([...themeChoices[name], 'no-such-choice', undefined])
  const radiusPx = pick([0, 12, 99, undefined])
  setTheme(program, { [name]: choice, radiusPx, ink: pick(['#101010', 'ink', undefined]) })
  setName(program, pick(['Test', 'Noodles']))
  setLanguage(program, pick(['en', 'zh-CN']))
  return `theme ${name} ${choice}`
}

function editPlace(program: Program, pick: Pick): string {
  const place = pick<NodeId | undefined>(nodesIn(program).filter((id) => program.node(id)?.type === instanceType))
  const part = pick<NodeId | undefined>(nodesIn(program).filter((id) => program.section(program.pageOf(id)!)))
  if (place === undefined || part === undefined) return 'no place'
  const set = pick<ReturnType<typeof overridesOf>[number] | undefined>(overridesOf(program.node(place)?.props ?? {}))
  if (set && pick([true, false, false]))
    return `reset ${resetOverride(program, place, overrideKey(set.path, set.prop)).ok}`
  const prop = pick(['text', 'n', 'body', '$hidden', 'colour'])
  const key = overrideKey(partPath(part), prop)
  const value = prop === 'n' ? 9 : prop === '$hidden' ? true : pick(['theme:card', 'Here', '#00ff00'])
  return `override ${place} ${key} ${setProp(program, place, key, value).ok}`
}
