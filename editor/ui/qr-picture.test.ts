import { expect, test } from 'vitest'
import { qrPath } from './qr-picture.tsx'

test('a code is a path of whole squares inside its drawing, the same for the same text', () => {
  const { path, size } = qrPath('http://192.168.1.20:4000/phone/abc', { border: 2, ecc: 'M' })
  const squares = [...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => [Number(x), Number(y)])
  expect(squares.map(([x, y]) => `M${x} ${y}h1v1h-1z`).join('')).toBe(path)
  expect(squares.every((at) => at.every((place) => place >= 2 && place < size - 2))).toBe(true)
  // The finder in the corner.
  expect(squares.filter(([x, y]) => y === 2 && x! < 9)).toHaveLength(7)
  expect(qrPath('http://192.168.1.20:4000/phone/abc', { border: 2, ecc: 'M' }).path).toBe(path)
})
