import { MOST_PICTURE_BYTES, MOST_PICTURE_PIXELS } from '#platform/contract/pictures.ts'
import { readPictureHead } from './picture-head.ts'

export type PictureRefusal = 'too-large' | 'too-many-pixels' | 'not-a-picture'

/** Says no before a byte is sent; the server looks again. A huge file is not even read. */
export async function checkPictureFile(file: Blob): Promise<PictureRefusal | undefined> {
  const start = new Uint8Array(await file.slice(0, 64).arrayBuffer())
  if (!readPictureHead(start)) return 'not-a-picture'
  if (file.size > MOST_PICTURE_BYTES) return 'too-large'
  const size = readPictureHead(new Uint8Array(await file.arrayBuffer()))?.size
  return size && size.widthPx * size.heightPx > MOST_PICTURE_PIXELS ? 'too-many-pixels' : undefined
}

/** The files among what is dragged or pasted; a folder or a text has none. */
export function filesOf(data: DataTransfer | null): readonly File[] {
  return [...(data?.files ?? [])]
}

/** Whether a drag brings files. While it goes on, browsers do not tell which. */
export function bringsFiles(data: DataTransfer | null): boolean {
  return data?.types.includes('Files') ?? false
}
