import { beforeEach, describe, expect, test } from 'vitest'
import { addPage, insertNode, pageSlot, setShowWhen, type NodeId } from '#model/index.ts'
import type { NodeSpec } from '#model/program-spec.ts'
import { en } from '#editor/words/en.ts'
import { copy, cut, pasteHere } from '../commands/clipboard-commands.ts'
import { undo } from '../commands/edit-commands.ts'
import { testingContext, type TestingContext } from '../commands/testing-context.ts'
import { clipOfHtml, htmlOfClip } from './clip.ts'
import { copySelection } from './copy-selection.ts'
import { paste } from './paste.ts'

let here: TestingContext

beforeEach(() => {
  here = testingContext()
})

function place(context: TestingContext, spec: NodeSpec, parentId?: NodeId, slot: string = pageSlot): NodeId {
  const to = { parentId: parentId ?? context.view.getState().pageId!, slot, index: 99 }
  const placed = insertNode(context.program, { ...spec, to })
  if (!placed.ok) throw new Error('There is no such place')
  return placed.value
}

const choose = (context: TestingContext, ...ids: NodeId[]) => context.view.setState({ selection: ids })

function outline(context: TestingContext, parentId: Parameters<typeof context.program.children>[0]): string {
  const { program } = context
  return program
    .children(parentId)
    .map((id) => `${program.node(id)?.type}${program.children(id).length > 0 ? `(${outline(context, id)})` : ''}`)
    .join(' ')
}
const page = (context: TestingContext = here) => outline(context, context.view.getState().pageId!)

/** Copies in one and pastes in another, as through the system's clipboard. */
function carry(from: TestingContext, to: TestingContext): void {
  const copied = copySelection(from)
  if (!copied || copied === 'too-large') throw new Error('Nothing was copied')
  paste(to, { ...copied, files: [] })
}

describe('blocks', () => {
  test('come with what they hold and when they are seen, in the order of the page, behind the selection, and are chosen', () => {
    const heading = place(here, { type: 'heading', props: { text: 'Hello' } })
    const section = place(here, { type: 'section' })
    place(here, { type: 'text', props: { text: 'Inside' } }, section, 'content')
    place(here, { type: 'notice-bar' })
    setShowWhen(here.program, heading, { hidden: true })
    choose(here, section, heading)
    carry(here, here)
    expect(page()).toBe('heading section(text) heading section(text) notice-bar')
    const { selection } = here.view.getState()
    expect(selection).toEqual(here.program.children(here.view.getState().pageId!).slice(2, 4))
    expect(here.program.node(selection[0]!)).toMatchObject({ props: { text: 'Hello' }, showWhen: { hidden: true } })
    undo.run(here)
    expect(page()).toBe('heading section(text) notice-bar')
  })

  test('fill a chosen container that is empty, but a copied one is repeated rather than put into itself', () => {
    const heading = place(here, { type: 'heading' })
    const section = place(here, { type: 'section' })
    choose(here, heading)
    const copied = copySelection(here)
    choose(here, section)
    if (copied && copied !== 'too-large') paste(here, { ...copied, files: [] })
    expect(page()).toBe('heading section(heading)')
    const empty = place(here, { type: 'section' })
    choose(here, empty)
    carry(here, here)
    expect(page()).toBe('heading section(heading) section section')
  })

  test('keep the marks of their texts', () => {
    const text = { $rich: [{ insert: 'We ' }, { insert: 'cook', attributes: { bold: true } }] }
    const id = place(here, { type: 'text', props: { text }, sharedTexts: ['text'] } as NodeSpec)
    choose(here, id)
    carry(here, here)
    expect(here.program.node(here.view.getState().selection[0]!)?.props.text).toEqual(text)
  })

  test('of unknown kinds are kept as they are', () => {
    const id = place(here, { type: 'of-tomorrow', version: 7, props: { odd: [1, { two: null }] } })
    choose(here, id)
    carry(here, here)
    const copied = here.program.node(here.view.getState().selection[0]!)
    expect(copied).toMatchObject({ type: 'of-tomorrow', version: 7, props: { odd: [1, { two: null }] } })
  })
})

describe('into another program', () => {
  const picture = { url: '/pictures/0123456789abcdef', widthPx: 4, heightPx: 3, alt: 'A bowl' }

  function sentTo(there: TestingContext) {
    const menu = addPage(here.program, { title: 'Menu' })
    const image = place(here, { type: 'image', props: { picture, link: { kind: 'page', pageId: menu } } })
    const marked = { insert: 'menu', attributes: { bold: true, link: { kind: 'page', pageId: menu } } }
    const text = place(here, { type: 'text', props: { text: { $rich: [marked] } }, sharedTexts: ['text'] } as NodeSpec)
    const heading = place(here, { type: 'heading', props: { link: { kind: 'dish', dishId: 'd1' } } })
    const booking = place(here, { type: 'booking', props: { service: 's1' } })
    choose(here, image, text, heading, booking)
    carry(here, there)
    return there.program.children(there.view.getState().pageId!).map((id) => there.program.node(id)?.props)
  }

  test('of the workspace, pictures stay; what names a page or something of the shop is left out, and a sentence says so', () => {
    const there = testingContext({ programId: 'other' })
    const [image, text, heading, booking] = sentTo(there)
    expect(image).toEqual({ picture, link: null })
    expect(text?.text).toEqual({ $rich: [{ insert: 'menu', attributes: { bold: true } }] })
    expect(heading?.link).toBeNull()
    expect(booking?.service ?? '').toBe('')
    expect(there.toasts.at(-1)?.text).toBe(
      'Left out, because this program does not have it: 2 links to pages and 2 choices from the shop.',
    )
  })

  test('of another workspace, pictures are left out too', () => {
    const there = testingContext({ programId: 'other', workspaceId: 'other' })
    expect(sentTo(there)[0]).toEqual({ picture: null, link: null })
    expect(there.toasts.at(-1)?.text).toContain('one picture')
  })

  test('within the program everything stays', () => {
    expect(sentTo(here).at(-4)).toMatchObject({ picture, link: { kind: 'page' } })
    expect(here.toasts).toEqual([])
  })
})

describe('from elsewhere', () => {
  const pasteText = (text: string) => paste(here, { html: '', text, files: [] })
  const pasted = () => here.view.getState().selection.map((id) => here.program.node(id))

  test('lines of text become one text block with its paragraphs', () => {
    pasteText('First line\r\nSecond line\r\n\r\n\r\n\r\nThird  \n')
    expect(pasted()).toMatchObject([{ type: 'text', props: { text: 'First line\nSecond line\n\nThird' } }])
  })

  test('of a word processor keeps what is marked, and nothing else', () => {
    const html =
      '<html><head><style>p{color:red}</style></head><body><p style="mso-x:1">We <b>cook</b></p></body></html>'
    paste(here, { html, text: 'We cook', files: [] })
    const runs = [{ insert: 'We ' }, { insert: 'cook', attributes: { bold: true } }]
    expect(pasted()).toMatchObject([{ type: 'text', props: { text: { $rich: runs } } }])
  })

  test('more than one block holds becomes several, cut between lines', () => {
    pasteText(`${'word '.repeat(700)}\n${'more '.repeat(700)}`)
    const texts = pasted().map((node) => String(node?.props.text))
    expect(texts).toHaveLength(2)
    expect(texts[1]?.startsWith('more')).toBe(true)
  })

  test('an address becomes a text that leads there', () => {
    pasteText(' https://example.com/menu/ ')
    const link = { kind: 'web', url: 'https://example.com/menu/' }
    expect(pasted()[0]?.props.text).toEqual({ $rich: [{ insert: 'example.com/menu', attributes: { link } }] })
  })

  test('the address of a picture of the library becomes a picture', async () => {
    pasteText('https://studio.example/pictures/0000000000000000?w=640')
    await expect
      .poll(() => pasted()[0]?.props.picture)
      .toEqual({ url: '/pictures/0000000000000000', widthPx: 40, heightPx: 30, alt: '' })
  })

  test('pictures are handed to the library', () => {
    paste(here, { html: '', text: '', files: [new File(['x'], 'a.png', { type: 'image/png' })] })
    expect(here.pictures.map(({ name }) => name)).toEqual(['a.png'])
  })

  test('nothing at all is said to be nothing', () => {
    pasteText('  \n ')
    expect(here.toasts.at(-1)?.text).toBe(en.commands.nothingToPaste)
  })
})

describe('what comes back from the clipboard is not trusted', () => {
  const clip = { programId: 'a', workspaceId: 'w', ids: [], nodes: [] }
  const node = { type: 'text', version: 1, props: {}, sharedTexts: [], slots: {} }
  const written = (value: object) => htmlOfClip(value as Parameters<typeof htmlOfClip>[0], 'words')

  test('it is read again as it was written, whatever the letters, and inside another program’s HTML', () => {
    const whole = { ...clip, nodes: [{ ...node, props: { text: '牛肉面 🍜 "<&>' } }] }
    expect(clipOfHtml(`<html><body>${written(whole)}</body></html>`)).toEqual({ kind: 'clip', clip: whole })
  })

  test.each([
    ['no blocks', clip],
    ['a block without a type', { ...clip, nodes: [{ ...node, type: '' }] }],
    ['a version that is none', { ...clip, nodes: [{ ...node, version: 'new' }] }],
    ['children that are no list', { ...clip, nodes: [{ ...node, slots: { content: {} } }] }],
  ])('%s is refused', (_what, value) => {
    expect(clipOfHtml(written(value))).toEqual({ kind: 'unreadable' })
  })

  test('a tower of blocks, and too many of them, are refused without harm', () => {
    const deep = `{"programId":"a","workspaceId":"w","ids":[],"nodes":[${'{"type":"x","version":1,"props":{},"sharedTexts":[],"slots":{"a":['.repeat(20_000)}${']}}'.repeat(20_000)}]}`
    expect(['unreadable', 'too-large']).toContain(clipOfHtml(`data-shopwright-clip="${btoa(deep)}"`).kind)
    const many = { ...clip, nodes: Array.from({ length: 3001 }, () => node) }
    expect(clipOfHtml(written(many)).kind).toBe('too-large')
  })

  test('HTML of others is not ours', () => {
    expect(clipOfHtml('<p>Hello</p>').kind).toBe('foreign')
  })
})

describe('buttons', () => {
  test('copy, cut and paste through the browser', async () => {
    const heading = place(here, { type: 'heading', props: { text: 'Hello' } })
    choose(here, heading)
    copy.run(here)
    await expect.poll(() => here.toasts.at(-1)?.text).toBe('Heading copied')
    expect(here.held?.text).toBe('Hello')
    cut.run(here)
    await expect.poll(() => page()).toBe('')
    pasteHere.run(here)
    await expect.poll(() => page()).toBe('heading')
  })

  test('say which keys to press where it refuses; what could not be copied is not cut', async () => {
    choose(here, place(here, { type: 'heading' }))
    here.held = null
    cut.run(here)
    await expect.poll(() => here.toasts.at(-1)?.text).toContain('Ctrl+X')
    expect(page()).toBe('heading')
    pasteHere.run(here)
    await expect.poll(() => here.toasts.at(-1)?.text).toContain('Ctrl+V')
  })
})
