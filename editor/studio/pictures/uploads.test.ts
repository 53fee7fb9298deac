import { expect, test, vi } from 'vitest'
import type { LibraryPicture } from '#platform/contract/pictures.ts'
import type { UploadOptions } from '#editor/api/upload-picture.ts'
import { createUploads } from './uploads.ts'

const png = (name: string) => new File([new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 0, 0])], name)
const pictureOf = (name: string): LibraryPicture => ({
  id: name,
  name,
  url: `/pictures/${name}`,
  widthPx: 1,
  heightPx: 1,
  alt: '',
  createdAtIso: '',
})

/** A server that answers when it is told to. */
function heldServer() {
  const calls: { name: string; options: UploadOptions; done: () => void; fail: (code: string) => void }[] = []
  const send = (file: File, options: UploadOptions) =>
    new Promise<LibraryPicture>((resolve, reject) =>
      calls.push({
        name: file.name,
        options,
        done: () => resolve(pictureOf(file.name)),
        fail: (code) => reject(Object.assign(new Error(code), { code })),
      }),
    )
  return { calls, send }
}

test('several files go two at a time and are used together, in their order', async () => {
  const server = heldServer()
  const arrived: string[] = []
  const uploads = createUploads(server.send, ({ name }) => arrived.push(name))
  const use = vi.fn()
  const added = uploads.add(['a', 'b', 'c'].map(png), use)
  await vi.waitFor(() => expect(server.calls.map(({ name }) => name)).toEqual(['a', 'b']))
  expect(uploads.store.getState().map(({ state }) => state.kind)).toEqual(['sending', 'sending', 'waiting'])
  server.calls[1]!.done()
  await vi.waitFor(() => expect(server.calls).toHaveLength(3))
  server.calls[2]!.done()
  server.calls[0]!.done()
  await added
  expect(arrived).toEqual(['b', 'c', 'a'])
  expect(use.mock.calls).toEqual([[[pictureOf('a'), pictureOf('b'), pictureOf('c')]]])
  expect(uploads.store.getState()).toEqual([])
})

test('tells how much has left', async () => {
  const server = heldServer()
  const uploads = createUploads(server.send, () => undefined)
  void uploads.add([png('a')])
  await vi.waitFor(() => expect(server.calls).toHaveLength(1))
  server.calls[0]!.options.onProgress?.(0.4)
  expect(uploads.store.getState()[0]?.state).toEqual({ kind: 'sending', share: 0.4 })
})

test('what failed waits to be tried again, and is used then', async () => {
  const server = heldServer()
  const uploads = createUploads(server.send, () => undefined)
  const use = vi.fn()
  const added = uploads.add([png('a'), png('b')], use)
  await vi.waitFor(() => expect(server.calls).toHaveLength(2))
  server.calls[0]!.fail('offline')
  server.calls[1]!.done()
  await added
  expect(use).toHaveBeenLastCalledWith([pictureOf('b')])
  const [failed] = uploads.store.getState()
  expect(failed?.state).toEqual({ kind: 'failed' })
  uploads.retry(failed!.id)
  await vi.waitFor(() => expect(server.calls).toHaveLength(3))
  server.calls[2]!.done()
  await vi.waitFor(() => expect(use).toHaveBeenLastCalledWith([pictureOf('a')]))
})

test('a refusal is told with its reason, by us or by the server, and nothing of it is sent or used', async () => {
  const server = heldServer()
  const uploads = createUploads(server.send, () => undefined)
  const use = vi.fn()
  const added = uploads.add([new File(['hello'], 'a.txt'), png('b')], use)
  await vi.waitFor(() => expect(server.calls.map(({ name }) => name)).toEqual(['b']))
  server.calls[0]!.fail('too-many-pixels')
  await added
  expect(uploads.store.getState().map(({ state }) => state)).toEqual([
    { kind: 'refused', why: 'not-a-picture' },
    { kind: 'refused', why: 'too-many-pixels' },
  ])
  expect(use).not.toHaveBeenCalled()
  for (const { id } of uploads.store.getState()) uploads.dismiss(id)
  expect(uploads.store.getState()).toEqual([])
})

test('stopping one ends its call', async () => {
  const server = heldServer()
  const uploads = createUploads(server.send, () => undefined)
  void uploads.add([png('a')])
  await vi.waitFor(() => expect(server.calls).toHaveLength(1))
  uploads.dismiss(uploads.store.getState()[0]!.id)
  expect(server.calls[0]!.options.signal?.aborted).toBe(true)
  expect(uploads.store.getState()).toEqual([])
})
