/** What a picture file says of itself in its first bytes; nothing is decoded, so a file that lies small costs nothing. */
export interface PictureHead {
  readonly format: 'jpeg' | 'png' | 'gif' | 'webp' | 'avif'
  /** Undefined where the head does not say; then the server decides. */
  readonly size: { readonly widthPx: number; readonly heightPx: number } | undefined
}

/** @returns undefined for anything but the pictures we take, whatever the file is called */
export function readPictureHead(bytes: Uint8Array): PictureHead | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const text = (at: number, length: number) => String.fromCharCode(...bytes.subarray(at, at + length))
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return { format: 'png', size: sizeAt(view, 16, 20) }
  if (/^GIF8[79]a/.test(text(0, 6)))
    return { format: 'gif', size: within(view, 10, () => [view.getUint16(6, true), view.getUint16(8, true)]) }
  if (text(0, 3) === '\xff\xd8\xff') return { format: 'jpeg', size: jpegSize(view) }
  if (text(0, 4) === 'RIFF' && text(8, 4) === 'WEBP') return { format: 'webp', size: webpSize(view, text(12, 4)) }
  if (text(4, 4) === 'ftyp' && text(8, Math.max(0, view.byteLength >= 4 ? view.getUint32(0) - 8 : 0)).includes('avif'))
    return { format: 'avif', size: avifSize(view, bytes) }
  return undefined
}

type Size = PictureHead['size']

/** Walks the segments to the one that starts a frame. */
function jpegSize(view: DataView): Size {
  for (let at = 2; at + 9 < view.byteLength;) {
    if (view.getUint8(at) !== 0xff) return undefined
    const marker = view.getUint8(at + 1)
    const startsFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (startsFrame) return { widthPx: view.getUint16(at + 7), heightPx: view.getUint16(at + 5) }
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2)
  }
  return undefined
}

function webpSize(view: DataView, chunk: string): Size {
  const three = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 65_536
  if (chunk === 'VP8X') return within(view, 30, () => [three(24) + 1, three(27) + 1])
  if (chunk === 'VP8 ')
    return within(view, 30, () => [view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff])
  if (chunk !== 'VP8L') return undefined
  return within(view, 25, () => {
    const bits = view.getUint32(21, true)
    return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1]
  })
}

/** The first `ispe` property; a picture in tiles has several, and the server knows better. */
function avifSize(view: DataView, bytes: Uint8Array): Size {
  const mark = [0x69, 0x73, 0x70, 0x65]
  const head = bytes.subarray(0, 4096)
  const at = head.findIndex((_, index) => mark.every((byte, offset) => head[index + offset] === byte))
  return at === -1 ? undefined : sizeAt(view, at + 8, at + 12)
}

function sizeAt(view: DataView, widthAt: number, heightAt: number): Size {
  return within(view, heightAt + 4, () => [view.getUint32(widthAt), view.getUint32(heightAt)])
}

function within(view: DataView, neededBytes: number, read: () => readonly [number, number]): Size {
  if (view.byteLength < neededBytes) return undefined
  const [widthPx, heightPx] = read()
  return { widthPx, heightPx }
}
