import * as Y from 'yjs'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { documentVersionOf, schemaVersion } from '#model/index.ts'
import type { ShopData } from '#components/kit/view.ts'
import { api, asApiFailure } from '#editor/api/index.ts'
import { dropCopy, forgetCopies, readCopy, type CopyKey, type LocalCopy } from '#editor/local/local-copy.ts'
import { rememberedPerson, rememberPerson } from '#editor/local/person.ts'
import { showToast } from '#editor/ui/toast.tsx'
import { wordsNow } from '#editor/words/use-words.ts'
import type { Me, Program, Role } from '#platform/contract/merchant.ts'
import { startCanvasAhead } from '../canvas/start-canvas.ts'
import { linkDocument, type ClosedReason, type DocumentLink } from './document-link.ts'
import { keepCopy, type CopyKeeper } from './keep-copy.ts'
import { knownBlocks } from './known-blocks.ts'
import { openShop } from './shop-store.ts'
import { takeCopyApart } from './take-copy-apart.ts'
import { createSession, type StudioSession } from './studio-session.ts'

/** `removed`: somebody took this person's access away while the program was open. */
export type OpeningFailure = ClosedReason | 'removed' | 'offline' | 'failed'

export type Opened =
  | { readonly kind: 'opening' }
  /** `lost` is set when the server ended it while it was open: what is on screen can still be read. */
  | {
      readonly kind: 'open'
      readonly session: StudioSession
      readonly lost: OpeningFailure | undefined
      readonly unsaved: number
    }
  | { readonly kind: 'failed'; readonly reason: OpeningFailure }
  /** What was kept here is not what the server has, and was put out of the way: open it once more. */
  | { readonly kind: 'again' }

/** Where the network answers so slowly, what is kept here is shown meanwhile. */
const SLOW_MS = 3000

/**
 * Opens a program: its facts and its document at once, then everything that follows them. Without a network it is what
 * this browser kept of it for whoever was signed in last.
 */
export function openStudio(programId: string): { readonly store: StoreApi<Opened>; close(): void } {
  const store = createStore<Opened>(() => ({ kind: 'opening' }))
  const doc = new Y.Doc()
  const shop = openShop(programId)
  const answers = Promise.all([api.program(programId), api.me()])
  answers.catch(() => undefined) // looked at once it is known what is kept here
  let link: DocumentLink | undefined
  let keeper: CopyKeeper | undefined
  let session: StudioSession | undefined
  let isOver = false
  const stops: (() => void)[] = []

  const fail = (reason: OpeningFailure) => {
    if (!isOver && !session) store.setState({ kind: 'failed', reason })
  }
  function show(lost?: OpeningFailure) {
    if (isOver) return
    if (session) store.setState({ kind: 'open', session, lost, unsaved: link?.store.getState().waiting ?? 0 })
    else if (lost) fail(lost)
  }
  function again() {
    if (isOver) return
    isOver = true
    store.setState({ kind: 'again' })
  }

  /** What this person may do is another now; the document, the view and what they typed stay. */
  function renew(facts: Program | undefined) {
    if (!session || !facts || isOver) return
    keeper?.remember({ program: facts })
    const next = session.renewed(facts)
    if (next.facts.role === session.facts.role && next.canEdit === session.canEdit) return
    if (next.facts.role !== session.facts.role) tellRole(next.facts.role)
    session = next
    show()
  }
  /** The socket opens again by itself, with the new role; until we know it too, nothing may be changed. */
  async function askRole() {
    if (!session) return
    session = { ...session, canEdit: false }
    show()
    await askFacts()
  }
  async function askFacts() {
    try {
      renew(await api.program(programId))
    } catch (thrown) {
      if (reasonOf(thrown) === 'gone') await forget('removed')
    }
  }

  /** Access was taken away: nothing of the program stays on this device. */
  async function forget(reason: OpeningFailure) {
    // Not because somebody else has signed in here meanwhile, to whom it was never open.
    const me = await api.me().catch(() => undefined)
    if (keeper && me?.user.id === keeper.key.personId) {
      keeper.stop()
      await forgetCopies(keeper.key.personId, programId).catch(() => undefined)
    }
    show(session ? reason : 'gone')
  }

  async function onClosed(closed: ClosedReason) {
    switch (closed) {
      case 'other-person':
        rememberPerson(undefined)
        return again()
      case 'document-replaced':
        await takeCopyApart(keeper, doc, closed)
        return again()
      case 'locked':
      case 'too-large':
      case 'refused':
        await takeCopyApart(keeper, doc, closed === 'locked' ? 'locked' : 'refused')
        return show(closed)
      case 'not-allowed':
      case 'gone': {
        // Told apart by the platform: whoever may not know that it exists is told the same as whoever may only look now.
        const answer = await api.program(programId).catch(reasonOf)
        if (answer === 'gone') return forget('removed')
        if (typeof answer === 'string' || closed === 'gone') return show(closed)
        await takeCopyApart(keeper, doc, 'may-only-look')
        return again()
      }
      default:
        return show(closed)
    }
  }

  function follow({ store: state }: DocumentLink) {
    stops.push(
      state.subscribe((now, before) => {
        if (isOver) return
        if (now.closed !== undefined && now.closed !== before.closed) return void onClosed(now.closed)
        if (now.roleChanges !== before.roleChanges) return void askRole()
        if (now.hello === before.hello || !now.hello) return
        keeper?.remember({ epoch: now.hello.epoch })
        // Of what a viewer has written the server takes nothing, and says nothing of it.
        if (!now.hello.mayWrite && now.waiting > 0) return void takeCopyApart(keeper, doc, 'may-only-look').then(again)
        if (session) void askFacts()
      }),
    )
  }

  async function start() {
    const personId = rememberedPerson()
    const copy = personId === undefined ? undefined : await findCopy({ personId, programId }, doc)
    if (isOver) return
    // A tab that was closed while it wrote the first time may have left a part.
    const hasCopy = copy !== undefined && doc.store.pendingStructs === null && doc.getMap('pages').size > 0
    const opened = (link = linkDocument(doc, programId, {
      ...(personId !== undefined && { personId }),
      ...(copy?.facts?.epoch !== undefined && { epoch: copy.facts.epoch }),
      unsent: copy?.unsent?.edits ?? 0,
      hasCopy,
    }))
    follow(opened)
    const keep = (as: string) => {
      const from = as === personId ? copy : undefined
      const { saving } = opened
      const isConnected = () => opened.store.getState().connected
      keeper = keepCopy({ key: { personId: as, programId }, doc, copy: from, isWhole: hasCopy, saving, isConnected })
      const { hello } = opened.store.getState()
      if (hello) keeper.remember({ epoch: hello.epoch })
    }
    if (personId !== undefined && hasCopy) keep(personId)
    const kept = hasCopy && personId !== undefined && copy.facts?.program ? { ...copy.facts, personId } : undefined
    const { program: facts, personId: ownUserId, isFresh } = await whoAndWhat(answers, kept)
    if (isOver) return
    if (personId !== undefined && ownUserId !== personId) {
      rememberPerson(ownUserId)
      return again()
    }
    rememberPerson(ownUserId)
    await untilLoaded(opened.store)
    if (isOver || opened.store.getState().closed !== undefined) return
    // Only what is whole is kept: half a program would be opened without a network as if it were all.
    if (!keeper) keep(ownUserId)
    openSession(facts, ownUserId, opened)
    if (isFresh) keeper?.remember({ program: facts })
    else {
      if (kept?.shop && shop.store.getState().data === null) shop.store.setState({ data: kept.shop as ShopData })
      answers.then(([program, me]) => (me.user.id === ownUserId ? renew(program) : onClosed('other-person')), onRefused)
    }
  }

  async function onRefused(thrown: unknown): Promise<void> {
    const reason = reasonOf(thrown)
    if (reason === 'gone') await forget('removed')
    else if (reason === 'signed-out') show(reason)
  }

  function openSession(facts: Program, ownUserId: string, opened: DocumentLink) {
    session = createSession({
      facts,
      ownUserId,
      doc,
      link: opened,
      keeper: keeper!,
      shop: shop.store,
      blocks: knownBlocks,
      onNewer,
    })
    // It draws while the screen around it is made.
    startCanvasAhead(session)
    show()
    const rememberShop = () => {
      const { data } = shop.store.getState()
      if (data) keeper?.remember({ shop: data })
    }
    stops.push(
      session.program.subscribe(({ meta }) => {
        if (meta) renew(session?.facts)
      }),
      shop.store.subscribe(({ data }, before) => {
        if (data !== before.data) rememberShop()
      }),
    )
    rememberShop()
  }

  function onNewer() {
    if (session) show('newer-document')
    else fail('newer-document')
  }
  const onUpdate = () => {
    if ((documentVersionOf(doc) ?? 0) > schemaVersion) onNewer()
  }
  const onLeave = (event: BeforeUnloadEvent) => {
    if (unkeptEdits(link, keeper) === 0) return
    void keeper?.flush()
    event.preventDefault()
  }
  doc.on('update', onUpdate)
  window.addEventListener('beforeunload', onLeave)
  start().catch((thrown: unknown) => {
    const reason = reasonOf(thrown)
    if (reason === 'gone') void forget('gone')
    else fail(reason)
  })
  return {
    store,
    close() {
      isOver = true
      for (const stop of stops) stop()
      window.removeEventListener('beforeunload', onLeave)
      session?.close()
      shop.close()
      link?.close()
      void keeper?.close()
      doc.destroy()
    },
  }
}

/** Edits that closing this tab would lose: neither on the server's disk nor on this one. */
function unkeptEdits(link: DocumentLink | undefined, keeper: CopyKeeper | undefined): number {
  if (!link) return 0
  const { edits, unsavedEdits } = link.saving
  return Math.min(unsavedEdits, edits - (keeper?.store.getState().keptEdits ?? 0))
}

function tellRole(role: Role): void {
  showToast({ text: wordsNow().people.roleNow[role] })
}

interface Known {
  readonly program: Program
  readonly personId: string
  /** As the platform says now; else as this browser remembers. */
  readonly isFresh: boolean
}

async function whoAndWhat(
  answers: Promise<[Program, Me]>,
  kept: { readonly program: Program; readonly personId: string } | undefined,
): Promise<Known> {
  const fresh = answers.then(([program, me]): Known => ({ program, personId: me.user.id, isFresh: true }))
  if (!kept) return fresh
  const remembered: Known = { ...kept, isFresh: false }
  const slow = new Promise<Known>((resolve) => setTimeout(() => resolve(remembered), SLOW_MS))
  const orRemembered = fresh.catch((thrown: unknown) => {
    if (reasonOf(thrown) === 'offline') return remembered
    throw thrown
  })
  return Promise.race([orRemembered, slow])
}

/** Reads what is kept into an empty document; what cannot be read is dropped, the server has it. */
async function findCopy(key: CopyKey, doc: Y.Doc): Promise<LocalCopy | undefined> {
  const copy = await readCopy(key).catch(() => undefined)
  if (!copy) return undefined
  try {
    doc.transact(() => {
      for (const update of copy.updates) Y.applyUpdate(doc, update)
    })
    return copy
  } catch {
    await dropCopy(key, copy.rows)
    return undefined
  }
}

function untilLoaded(link: DocumentLink['store']): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      const { loaded, closed } = link.getState()
      if (!loaded && closed === undefined) return
      stop()
      resolve()
    }
    const stop = link.subscribe(look)
    look()
  })
}

function reasonOf(thrown: unknown): OpeningFailure {
  if (typeof thrown === 'object' && thrown !== null && 'code' in thrown && thrown.code === 'newer-document')
    return 'newer-document'
  switch (asApiFailure(thrown).code) {
    case 'unauthorised':
      return 'signed-out'
    case 'forbidden':
      return 'not-allowed'
    case 'not-found':
      return 'gone'
    case 'offline':
      return 'offline'
    default:
      return 'failed'
  }
}
