import sharp from 'sharp'
import { expect, test } from 'vitest'
import { MOST_PICTURE_BYTES } from '#platform/contract/pictures.ts'
import { checkPictureFile } from './check-picture-file.ts'
import { readPictureHead } from './picture-head.ts'

const plain = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#c33' } })
const blob = (bytes: Uint8Array | string) => new Blob([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)])

test('every format we take is known by its bytes, with its size', async () => {
  for (const format of ['jpeg', 'png', 'gif', 'webp', 'avif'] as const) {
    const bytes = new Uint8Array(await plain(90, 60).toFormat(format).toBuffer())
    expect(readPictureHead(bytes), format).toEqual({ format, size: { widthPx: 90, heightPx: 60 } })
    expect(await checkPictureFile(blob(bytes)), format).toBeUndefined()
  }
  const lossless = new Uint8Array(await plain(90, 60).webp({ lossless: true }).toBuffer())
  expect(readPictureHead(lossless)?.size).toEqual({ widthPx: 90, heightPx: 60 })
  const withPlace = await plain(90, 60)
    .withExif({ IFD0: { Copyright: 'x'.repeat(5000) } })
    .jpeg()
    .toBuffer()
  expect(readPictureHead(new Uint8Array(withPlace))?.size).toEqual({ widthPx: 90, heightPx: 60 })
})

test('a file that is cut short says what it can, and never throws', async () => {
  const bytes = new Uint8Array(await plain(90, 60).jpeg().toBuffer())
  for (let length = 0; length < 200; length += 7) expect(() => readPictureHead(bytes.subarray(0, length))).not.toThrow()
})

test('what is no picture is refused, whatever it is called', async () => {
  for (const text of ['', 'hello', '<svg xmlns="http://www.w3.org/2000/svg"/>', '%PDF-1.7', 'PK\x03\x04'])
    expect(await checkPictureFile(new File([text], 'soup.jpg', { type: 'image/jpeg' }))).toBe('not-a-picture')
})

test('more than 10 MB are refused, and 10 MB are not', async () => {
  const start = new Uint8Array(await plain(90, 60).png().toBuffer())
  const padded = (length: number) => new Blob([start, new Uint8Array(length - start.length)])
  expect(await checkPictureFile(padded(MOST_PICTURE_BYTES + 1))).toBe('too-large')
  expect(await checkPictureFile(padded(MOST_PICTURE_BYTES))).toBeUndefined()
})

test('more than 40 megapixels are refused by what the head says', async () => {
  const head = new Uint8Array(await plain(90, 60).png().toBuffer())
  const claim = (width: number, height: number) => {
    const bytes = head.slice()
    new DataView(bytes.buffer).setUint32(16, width)
    new DataView(bytes.buffer).setUint32(20, height)
    return blob(bytes)
  }
  expect(await checkPictureFile(claim(8000, 5001))).toBe('too-many-pixels')
  expect(await checkPictureFile(claim(8000, 5000))).toBeUndefined()
})
