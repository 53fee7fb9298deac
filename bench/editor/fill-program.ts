/** Programs of a given size, written into the product as another tab would write them. */
import { WebsocketProvider } from 'y-websocket'
import WebSocket from 'ws'
import * as Y from 'yjs'
import { findDefinition } from '#components/definitions.ts'
import {
  addPage,
  insertNode,
  openProgram,
  pageSlot,
  removeNode,
  removePage,
  transact,
  type Program,
} from '#model/index.ts'
import type { NodeSpec } from '#model/program-spec.ts'
import { collabPath } from '#platform/contract/routes.ts'

/** Blocks of one section, itself counted. */
export const SECTION = 50

/**
 * Sections of 50 blocks: heading, texts, and columns with texts inside, as a long information page has them.
 * @param blocks - how many in all, sections and columns included
 */
export function sectionsOf(blocks: number): readonly NodeSpec[] {
  return Array.from({ length: Math.ceil(blocks / SECTION) }, (_, at) =>
    sectionOf(at, Math.min(SECTION, blocks - at * SECTION)),
  )
}

function sectionOf(at: number, blocks: number): NodeSpec {
  const children: NodeSpec[] = []
  let left = blocks - 1
  if (left > 0) {
    children.push(versioned({ type: 'heading', props: { text: `Section ${at + 1}` } }))
    left--
  }
  for (; left >= 4; left -= 4) {
    const column = (name: string) => [text(`${name}, ${at + 1}.${left}: boiled to order, served in minutes`)]
    children.push(text(`Paragraph ${at + 1}.${left}`))
    children.push(
      versioned({ type: 'columns', props: {}, slots: { column1: column('Left'), column2: column('Right') } }),
    )
  }
  for (; left > 0; left--) children.push(text(`Last words ${at + 1}.${left}`))
  return versioned({ type: 'section', props: {}, slots: { content: children } })
}

const text = (words: string): NodeSpec => versioned({ type: 'text', props: { text: words } })

/** As this version of the product would have saved it. */
function versioned(spec: NodeSpec): NodeSpec {
  return { ...spec, version: findDefinition(spec.type)?.version ?? 1 }
}

export const blockFacts = {
  isSharedText: isTypedOnCanvas,
  versionOf: (type: string) => findDefinition(type)?.version ?? 1,
}

/** Replaces what is on the home page by these blocks; done once somebody else can read them from the server. */
export async function fillProgram(
  url: string,
  cookie: string,
  programId: string,
  nodes: readonly NodeSpec[],
): Promise<void> {
  await editProgram(url, cookie, programId, (program, edit) => {
    const home = program.pages()[0]
    if (!home) throw new Error('The program has no page to fill')
    edit(() => program.children(home.id, pageSlot).map((id) => removeNode(program, id)))
    const to = { parentId: home.id, slot: pageSlot, index: Number.POSITIVE_INFINITY }
    for (const node of nodes) edit(() => insertNode(program, { ...node, to }, blockFacts))
  })
}

/** Replaces all pages by these, each with its blocks. */
export async function fillPages(
  url: string,
  cookie: string,
  programId: string,
  pages: readonly (readonly NodeSpec[])[],
): Promise<void> {
  await editProgram(url, cookie, programId, (program, edit) => {
    const [home, ...others] = program.pages()
    if (!home) throw new Error('The program has no page to fill')
    edit(() => others.map(({ id }) => removePage(program, id)))
    edit(() => program.children(home.id, pageSlot).map((id) => removeNode(program, id)))
    for (const [at, nodes] of pages.entries()) {
      const parentId = at === 0 ? home.id : addPage(program, { title: `Page ${at + 1}` })
      const to = { parentId, slot: pageSlot, index: Number.POSITIVE_INFINITY }
      for (const node of nodes) edit(() => insertNode(program, { ...node, to }, blockFacts))
    }
  })
}

/** Edits a program as another tab would; done once somebody else can read it from the server. */
async function editProgram(
  url: string,
  cookie: string,
  programId: string,
  run: (program: Program, edit: (change: () => unknown) => void) => void,
): Promise<void> {
  const { doc, provider } = join(url, cookie, programId)
  const other = join(url, cookie, programId)
  try {
    await new Promise<void>((resolve) => provider.on('sync', (is: boolean) => is && resolve()))
    const program = openProgram(doc)
    run(program, (change) => transact(program, { by: 'command', name: 'fill' }, change))
    program.destroy()
    await untilItHas(other.doc, Y.encodeStateVector(doc))
  } finally {
    for (const each of [provider, other.provider]) each.destroy()
    // What tells others who is here lives as long as the document does.
    for (const each of [doc, other.doc]) each.destroy()
  }
}

function join(url: string, cookie: string, programId: string) {
  const doc = new Y.Doc()
  class SignedIn extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { headers: { cookie, origin: url } })
    }
  }
  const provider = new WebsocketProvider(url.replace(/^http/, 'ws') + collabPath, programId, doc, {
    disableBc: true,
    WebSocketPolyfill: SignedIn as unknown as typeof globalThis.WebSocket,
  })
  return { doc, provider }
}

function untilItHas(doc: Y.Doc, vector: Uint8Array): Promise<void> {
  const wanted = Y.decodeStateVector(vector)
  return new Promise((resolve) => {
    const look = () => {
      const present = Y.decodeStateVector(Y.encodeStateVector(doc))
      if ([...wanted].every(([client, clock]) => (present.get(client) ?? 0) >= clock)) resolve()
    }
    doc.on('update', look)
    look()
  })
}

function isTypedOnCanvas(type: string, prop: string): boolean {
  const field = findDefinition(type)?.fields[prop]
  return field !== undefined && 'onCanvas' in field && field.onCanvas === true
}
