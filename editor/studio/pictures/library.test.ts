import { expect, test } from 'vitest'
import type { ChangePictureInput, LibraryPart, LibraryPicture } from '#platform/contract/pictures.ts'
import { createLibrary } from './library.ts'

const pictureOf = (id: string): LibraryPicture => ({
  id,
  name: id,
  url: `/pictures/${id}`,
  widthPx: 1,
  heightPx: 1,
  alt: '',
  createdAtIso: '',
})
const partOf = (ids: string, next: string | null = null): LibraryPart => ({ pictures: [...ids].map(pictureOf), next })

function held() {
  const answers: ((part: LibraryPart) => void)[] = []
  const changes: [string, ChangePictureInput][] = []
  const library = createLibrary({
    list: () => new Promise((resolve) => answers.push(resolve)),
    change: async (id, input) => {
      changes.push([id, input])
      return { ...pictureOf(id), ...(input.alt !== undefined && { alt: input.alt }) }
    },
  })
  const shown = () =>
    library.store
      .getState()
      .pictures.map(({ id }) => id)
      .join('')
  return { library, answers, changes, shown }
}

test('a late answer to an earlier search is dropped', async () => {
  const { library, answers, shown } = held()
  const first = library.load('so')
  const second = library.load('soup')
  answers[1]!(partOf('b'))
  answers[0]!(partOf('a'))
  await Promise.all([first, second])
  expect(shown()).toBe('b')
})

test('the next part joins the first, and an upload comes to the front once', async () => {
  const { library, answers, shown } = held()
  const first = library.load()
  answers[0]!(partOf('dc', 'c'))
  await first
  const more = library.loadMore()
  answers[1]!(partOf('ba'))
  await more
  expect([shown(), library.store.getState().next]).toEqual(['dcba', null])
  library.add(pictureOf('c'))
  expect(shown()).toBe('cdba')
})

test('what was taken out goes at once and comes back to its place', async () => {
  const { library, answers, shown } = held()
  const loaded = library.load()
  answers[0]!(partOf('cba'))
  await loaded
  await library.change('b', { removed: true })
  expect(shown()).toBe('ca')
  await library.change('b', { removed: false })
  expect(shown()).toBe('cba')
})

test('a text is kept as suggestion only where there is none', async () => {
  const { library, changes } = held()
  library.add({ ...pictureOf('a'), alt: 'Soup' })
  library.add(pictureOf('b'))
  library.suggestAlt('/pictures/a', 'Stew')
  library.suggestAlt('/pictures/b', ' ')
  library.suggestAlt('/pictures/x', 'Tea')
  library.suggestAlt('/pictures/b', 'Rice')
  expect(changes).toEqual([['b', { alt: 'Rice' }]])
})
