import { expect, test } from 'vitest'
import { followShop } from './follow-shop.ts'

function scene() {
  const open: { tell: () => void; closed: boolean }[] = []
  const waiting: (() => void)[] = []
  let isVisible = true
  let changed = () => {}
  let looks = 0
  followShop(() => looks++, {
    openEvents() {
      const stream = { tell: () => {}, closed: false }
      open.push(stream)
      return {
        addEventListener: (_type: string, listener: unknown) => void (stream.tell = listener as () => void),
        close: () => void (stream.closed = true),
      }
    },
    later: (run) => void waiting.push(run),
    isVisible: () => isVisible,
    onVisibility: (listener) => void (changed = listener),
    random: () => 0.5,
  })
  return {
    open,
    looks: () => looks,
    show(visible: boolean) {
      isVisible = visible
      changed()
    },
    pass: () => waiting.splice(0).forEach((run) => run()),
  }
}

test('several changes at once are one look', () => {
  const { open, looks, pass } = scene()
  open[0]?.tell()
  open[0]?.tell()
  expect(looks()).toBe(0)
  pass()
  expect(looks()).toBe(1)
  open[0]?.tell()
  pass()
  expect(looks()).toBe(2)
})

test('a page that nobody sees holds no connection, and connects again when it is seen', () => {
  const { open, show } = scene()
  show(false)
  expect(open.map(({ closed }) => closed)).toEqual([true])
  show(true)
  show(true)
  expect(open.map(({ closed }) => closed)).toEqual([true, false])
})
