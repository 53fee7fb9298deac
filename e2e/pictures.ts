/** Picture files for tests, and bringing them to the studio as a person does: dropped or pasted. */
import { expect, type JSHandle, type Locator, type Page } from '@playwright/test'
import sharp from 'sharp'
import type { Point } from './studio.ts'

export interface PictureFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

/** A picture unlike all others, since the same file is the same picture of the library. */
export async function pictureFile(name: string, size = { width: 800, height: 400 }): Promise<PictureFile> {
  const [r, g, b] = crypto.getRandomValues(new Uint8Array(3))
  const background = { r: r!, g: g!, b: b! }
  const buffer = await sharp({ create: { ...size, channels: 3, background } })
    .png()
    .toBuffer()
  return { name, mimeType: 'image/png', buffer }
}

/** Small, and says that it is larger than anybody may send. */
export async function pictureOfTooManyPixels(name: string): Promise<PictureFile> {
  const picture = await pictureFile(name)
  picture.buffer.writeUInt32BE(9000, 16)
  picture.buffer.writeUInt32BE(9000, 20)
  return picture
}

export async function pictureOfTooManyBytes(name: string): Promise<PictureFile> {
  const picture = await pictureFile(name)
  return { ...picture, buffer: Buffer.concat([picture.buffer, Buffer.alloc(10 * 1024 * 1024)]) }
}

/** Drags files from outside to a point of the window. The drop waits until `isReady` saw where it would land. */
export async function dropFiles(page: Page, files: readonly PictureFile[], at: Point, isReady: Locator): Promise<void> {
  const data = await transferOf(page, files)
  // A browser goes on telling of a drag that rests.
  await expect(async () => {
    await send(page, 'dragover', data, at)
    await expect(isReady).toBeVisible({ timeout: 500 })
  }).toPass()
  await send(page, 'drop', data, at)
}

/** Pastes files where the focus is. */
export async function pasteFiles(page: Page, files: readonly PictureFile[]): Promise<void> {
  const data = await transferOf(page, files)
  await page.evaluate((clipboardData) => {
    const target = document.activeElement ?? document.body
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, data)
}

function transferOf(page: Page, files: readonly PictureFile[]): Promise<JSHandle<DataTransfer>> {
  const plain = files.map(({ name, mimeType, buffer }) => ({ name, mimeType, base64: buffer.toString('base64') }))
  return page.evaluateHandle((list) => {
    const data = new DataTransfer()
    for (const { name, mimeType, base64 } of list) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      data.items.add(new File([bytes], name, { type: mimeType }))
    }
    return data
  }, plain)
}

function send(page: Page, type: 'dragover' | 'drop', data: JSHandle<DataTransfer>, { x, y }: Point): Promise<void> {
  return page.evaluate(
    ([dataTransfer, name, clientX, clientY]) => {
      const event = new DragEvent(name, { dataTransfer, clientX, clientY, bubbles: true, cancelable: true })
      document.elementFromPoint(clientX, clientY)?.dispatchEvent(event)
    },
    [data, type, x, y] as const,
  )
}
