import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { z } from 'zod/mini'
import { changedThread, commentThread, threadsPerPage } from '../contract/comments.ts'
import type { ChangeCommentInput, CommentThread, StartThreadInput } from '../contract/comments.ts'
import type { Me, Program } from '../contract/merchant.ts'
import { merchantPaths as paths } from '../contract/routes.ts'
import { withTenant } from '../db/database.ts'
import type { Letter } from '../mail/mailer.ts'
import { createTestPlatform, letIn, makeProgram, signUp } from '../testing/platform.ts'
import type { TestPlatform, Visitor } from '../testing/platform.ts'

let platform: TestPlatform
let designer: Visitor & { me: Me }
let editor: Visitor & { me: Me }
let viewer: Visitor & { me: Me }
let program: Program
const letters: Letter[] = []

beforeAll(async () => {
  platform = await createTestPlatform({ mailer: { send: async (letter) => void letters.push(letter) } })
  designer = await signUp(platform, 'Dee')
  program = await makeProgram(platform, designer)
  editor = await signUp(platform, 'Ed')
  viewer = await signUp(platform, 'Vi')
  await letIn(designer, editor, paths.invitations(program.id), 'editor')
  await letIn(designer, viewer, paths.invitations(program.id), 'viewer')
})
afterAll(() => platform.close())

const request: StartThreadInput = {
  kind: 'change-request',
  body: 'Closed on Mondays, please',
  pinnedTo: 'Headline',
  nodeId: 'abc',
  field: 'text',
}

async function start(who: Visitor, input: StartThreadInput = request): Promise<CommentThread> {
  const answer = await who.call('POST', paths.comments(program.id), { body: input })
  expect(answer.status).toBe(201)
  return commentThread.parse(answer.body)
}

async function seen(who: Visitor, id: string): Promise<CommentThread | undefined> {
  const { body } = await who.call('GET', paths.comments(program.id))
  return z
    .array(commentThread)
    .parse(body)
    .find((thread) => thread.id === id)
}

test('a request for a change is a comment pinned to block and field, unread for the others', async () => {
  const { id } = await start(editor)
  expect(await seen(designer, id)).toMatchObject({
    kind: 'change-request',
    nodeId: 'abc',
    field: 'text',
    resolved: false,
    unread: true,
    comments: [{ authorName: 'Ed', body: 'Closed on Mondays, please' }],
  })
  expect((await seen(editor, id))?.unread).toBe(false)
})

test('a viewer comments too; an answer opens a resolved thread again and is unread', async () => {
  const { id } = await start(viewer, { kind: 'comment', body: 'Lovely', pinnedTo: '' })
  const thread = paths.comment(program.id, id)
  expect((await designer.call('PATCH', thread, { body: { resolved: true, read: true } })).body).toMatchObject({
    resolved: true,
    unread: false,
  })
  const again = await viewer.call('POST', paths.commentReplies(program.id, id), { body: { body: 'And another thing' } })
  expect([again.status, again.body]).toEqual([201, expect.objectContaining({ resolved: false })])
  expect(await seen(designer, id)).toMatchObject({ unread: true, comments: [{}, { body: 'And another thing' }] })
})

test('threads come page by page: open ones first, each once, without those that were taken back', async () => {
  const shop = await makeProgram(platform, designer)
  const count = threadsPerPage + 5
  const ids = Array.from({ length: count }, () => crypto.randomUUID())
  await withTenant(platform.services.db, shop.workspaceId, async (tx) => {
    const row = { tenant_id: shop.workspaceId, program_id: shop.id }
    // Many of one moment, as after an import: the order must not depend on it.
    const threads = ids.map((id, at) => ({
      ...row,
      id,
      kind: 'comment' as const,
      pinned_to: '',
      created_by: designer.me.user.id,
      ...(at % 3 === 0
        ? { resolved_at: new Date(1_700_000_000_000), resolved_by: designer.me.user.id, resolved_by_name: 'Dee' }
        : {}),
    }))
    await tx.insertInto('comment_thread').values(threads).execute()
    const comments = ids.map((id, at) => ({
      ...row,
      id,
      thread_id: id,
      author_id: designer.me.user.id,
      author_name: 'Dee',
      body: `Said ${at}`,
      deleted_at: at === 1 ? new Date() : null,
    }))
    await tx.insertInto('comment').values(comments).execute()
  })
  const page = async (after?: string) => {
    const query = after === undefined ? '' : `?after=${after}`
    return z.array(commentThread).parse((await designer.call('GET', `${paths.comments(shop.id)}${query}`)).body)
  }
  const first = await page()
  expect(first).toHaveLength(threadsPerPage)
  const rest = await page(first.at(-1)!.id)
  const all = [...first, ...rest]
  expect(all.map(({ id }) => id).toSorted()).toEqual(ids.filter((_, at) => at !== 1).toSorted())
  expect(all.map(({ resolved }) => resolved)).toEqual(all.map(({ resolved }) => resolved).toSorted())
  expect(await page(all.at(-1)!.id)).toEqual([])
  expect((await designer.call('GET', `${paths.comments(shop.id)}?after=x`)).status).toBe(400)
})

test('each change is told to whoever follows the program', async () => {
  const heard: string[] = []
  let next = () => {}
  const scope = { tenantId: program.workspaceId, programId: program.id }
  const subscription = await platform.services.hub.subscribe(scope, undefined, ({ type, subjectId }) => {
    if (type === 'comment') heard.push(subjectId)
    next()
  })
  const told = new Promise<void>((resolve) => {
    next = resolve
  })
  const { id } = await start(editor)
  await told
  expect(heard).toEqual([id])
  subscription.end()
})

test('an empty comment, a strange thread and a stranger are refused', async () => {
  const empty = await editor.call('POST', paths.comments(program.id), { body: { ...request, body: '  ' } })
  expect(empty.status).toBe(400)
  const strange = await editor.call('POST', paths.commentReplies(program.id, crypto.randomUUID()), {
    body: { body: 'x' },
  })
  expect(strange.status).toBe(404)
  const stranger = await signUp(platform, 'Eve')
  expect((await stranger.call('GET', paths.comments(program.id))).status).toBe(404)
})

test('said twice with one id, as after an answer that was lost, it is said once', async () => {
  const id = crypto.randomUUID()
  const first = await start(editor, { ...request, id })
  expect(await start(editor, { ...request, id })).toEqual(first)
  const replyId = crypto.randomUUID()
  const say = () => editor.call('POST', paths.commentReplies(program.id, id), { body: { id: replyId, body: 'Also' } })
  expect([(await say()).status, (await say()).status]).toEqual([201, 201])
  expect((await seen(editor, id))?.comments.map(({ body }) => body)).toEqual(['Closed on Mondays, please', 'Also'])
  const taken = await viewer.call('POST', paths.comments(program.id), { body: { ...request, id } })
  expect(taken.status).toBe(409)
})

describe('mentions', () => {
  const naming = (who: { me: Me }, more: Partial<StartThreadInput> = {}): StartThreadInput => ({
    kind: 'comment',
    body: `@${who.me.user.name} have a look`,
    pinnedTo: 'Menu',
    mentions: [who.me.user.id],
    ...more,
  })

  test('the person named sees a mark until they have read it, and gets one letter with a link to it', async () => {
    letters.length = 0
    const id = crypto.randomUUID()
    await start(editor, naming(viewer, { id }))
    await start(editor, naming(viewer, { id }))
    expect(await seen(viewer, id)).toMatchObject({ unread: true, mentionsYou: true })
    expect(await seen(designer, id)).toMatchObject({ unread: true, mentionsYou: false })
    await vi.waitFor(() => expect(letters).toHaveLength(1))
    expect(letters[0]?.to).toContain('vi-')
    expect(letters[0]?.subject).toBe('Ed mentioned you in Lucky Noodles')
    expect(letters[0]?.text).toContain(`/p/${program.id}?comment=${id}`)
    await viewer.call('PATCH', paths.comment(program.id, id), { body: { read: true } })
    expect(await seen(viewer, id)).toMatchObject({ unread: false, mentionsYou: false })
  })

  test('in the language of whoever writes', async () => {
    letters.length = 0
    await start(editor, naming(viewer, { language: 'zh-CN' }))
    await vi.waitFor(() => expect(letters).toHaveLength(1))
    expect(letters[0]?.subject).toBe('Ed 在「Lucky Noodles」中提到了你')
  })

  test('who does not belong to the program is not named, and not told', async () => {
    letters.length = 0
    const stranger = await signUp(platform, 'Eve')
    const thread = await start(editor, naming(stranger, { mentions: [stranger.me.user.id, viewer.me.user.id] }))
    expect(thread.comments[0]?.mentions).toEqual([viewer.me.user.id])
    await vi.waitFor(() => expect(letters).toHaveLength(1))
    expect(letters[0]?.to).toContain('vi-')
  })

  test('a name added to what was said is news for that person; a corrected word is none', async () => {
    const { id, comments } = await start(editor, naming(viewer))
    await viewer.call('PATCH', paths.comment(program.id, id), { body: { read: true } })
    const path = paths.commentReply(program.id, id, comments[0]!.id)
    await editor.call('PATCH', path, { body: { body: '@Vi have a close look', mentions: [viewer.me.user.id] } })
    expect(await seen(viewer, id)).toMatchObject({ unread: false })
    letters.length = 0
    const both = [viewer.me.user.id, designer.me.user.id]
    await designer.call('PATCH', paths.comment(program.id, id), { body: { read: true } })
    await editor.call('PATCH', path, { body: { body: '@Vi @Dee look', mentions: both } })
    expect(await seen(designer, id)).toMatchObject({ unread: true, mentionsYou: true })
    await vi.waitFor(() => expect(letters.map(({ to }) => to.slice(0, 3))).toEqual(['dee']))
  })
})

describe('one’s own comment', () => {
  const change = async (who: Visitor, thread: CommentThread, input: ChangeCommentInput, at = 0) => {
    const path = paths.commentReply(program.id, thread.id, thread.comments[at]!.id)
    return who.call('PATCH', path, { body: input })
  }

  test('is changed and says so; nobody else changes it, not even a designer', async () => {
    const thread = await start(editor)
    expect((await change(designer, thread, { body: 'No' })).status).toBe(404)
    const answer = changedThread.parse((await change(editor, thread, { body: 'Closed on Tuesdays' })).body)
    expect(answer.thread?.comments).toMatchObject([{ body: 'Closed on Tuesdays', editedAtIso: expect.any(String) }])
  })

  test('is taken back and brought back; with the last one goes the thread', async () => {
    const thread = await start(editor)
    await viewer.call('POST', paths.commentReplies(program.id, thread.id), { body: { body: 'And on Sundays' } })
    await change(editor, thread, { deleted: true })
    expect((await seen(viewer, thread.id))?.comments.map(({ body }) => body)).toEqual(['And on Sundays'])
    await change(editor, thread, { deleted: false })
    expect((await seen(viewer, thread.id))?.comments).toHaveLength(2)

    const alone = await start(editor)
    const answer = changedThread.parse((await change(editor, alone, { deleted: true })).body)
    expect(answer.thread).toBeNull()
    expect(await seen(editor, alone.id)).toBeUndefined()
    expect((await editor.call('GET', paths.comment(program.id, alone.id))).status).toBe(404)
    await change(editor, alone, { deleted: false })
    expect(await seen(editor, alone.id)).toBeDefined()
  })

  test('taken back an hour ago, it is gone for good with the next one that is', async () => {
    const [old, later] = [await start(editor), await start(editor)]
    await change(editor, old, { deleted: true })
    const inTenant = <Result>(run: Parameters<typeof withTenant<Result>>[2]) =>
      withTenant(platform.services.db, program.workspaceId, run)
    await inTenant((tx) =>
      tx
        .updateTable('comment')
        .set({ deleted_at: new Date(Date.now() - 61 * 60 * 1000) })
        .where('thread_id', '=', old.id)
        .execute(),
    )
    await change(editor, later, { deleted: true })
    const left = await inTenant((tx) =>
      tx.selectFrom('comment_thread').select('id').where('id', 'in', [old.id, later.id]).execute(),
    )
    expect(left).toEqual([{ id: later.id }])
  })
})

test('a resolved thread says by whom; opened again it says nothing', async () => {
  const { id } = await start(editor)
  const settle = async (resolved: boolean) =>
    commentThread.parse((await designer.call('PATCH', paths.comment(program.id, id), { body: { resolved } })).body)
  expect(await settle(true)).toMatchObject({ resolved: true, resolvedBy: 'Dee' })
  expect(await settle(false)).toMatchObject({ resolved: false, resolvedBy: null })
})

test('a request to publish is settled by the next publish, and by nothing else', async () => {
  const asked = await start(editor, { kind: 'publish-request', body: 'The new menu is ready', pinnedTo: '' })
  const other = await start(editor)
  const published = await designer.call('POST', paths.releases(program.id), {
    body: { requestId: crypto.randomUUID() },
  })
  expect(published.status).toBe(201)
  expect(await seen(editor, asked.id)).toMatchObject({ resolved: true, resolvedBy: 'Dee' })
  expect(await seen(editor, other.id)).toMatchObject({ resolved: false })
})
