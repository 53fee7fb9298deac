/** What a visitor attaches, made into what a counter can open without harm. */
import { fileRefusals, MOST_FILE_BYTES } from '#model/shop/forms.ts'
import type { FileRefusal } from '#model/shop/forms.ts'
import { Failure } from '#platform/http/failure.ts'
import { readBody } from '#platform/http/read-json.ts'
import { encodePicture } from '#platform/pictures/encode-picture.ts'
import { createTurns } from '#platform/pictures/take-turns.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'

export interface ReadAttachment {
  readonly name: string
  readonly kind: 'picture' | 'pdf'
  readonly bytes: Uint8Array
  /** Of a picture. */
  readonly size: { readonly widthPx: number; readonly heightPx: number } | null
}

/** What a form needs around the file: boundaries and the file's name. */
const FORM_BYTES = 16 * 1024

/** One at a time: strangers must not take the memory that merchants' own pictures need. */
const takeTurn = createTurns(1)

/**
 * The file of an upload's form. A picture is decoded and encoded anew, so that nothing but its pixels is kept; a PDF is kept
 * as it is, and only ever handed out to be saved. Which of them it is, its bytes say.
 * @throws ShopRefusal `file-refused` with why; `bad-request` where there is no file
 */
export async function readAttachment(request: Request): Promise<ReadAttachment> {
  const { name, bytes } = await readFile(request)
  if (isPdf(bytes)) return { name, kind: 'pdf', bytes, size: null }
  if (startsAsPdf(bytes)) throw refusedFile('broken')
  try {
    const { bytes: encoded, widthPx, heightPx } = await takeTurn(() => encodePicture(bytes))
    return { name, kind: 'picture', bytes: encoded, size: { widthPx, heightPx } }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    if (error.code === 'too-many-pixels') throw refusedFile('pixels')
    throw refusedFile(looksLikePicture(bytes) ? 'broken' : 'kind')
  }
}

export function refusedFile(why: FileRefusal, ids: readonly string[] = []): ShopRefusal {
  return new ShopRefusal('file-refused', `The file was not taken: ${why}`, [
    fileRefusals.find((one) => one === why)!,
    ...ids,
  ])
}

async function readFile(request: Request): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const type = request.headers.get('content-type') ?? ''
  if (!type.startsWith('multipart/form-data')) throw new ShopRefusal('bad-request', 'Send a form with the field "file"')
  const body = await readBody(request, MOST_FILE_BYTES + FORM_BYTES).catch((error: unknown) => {
    throw error instanceof Failure ? refusedFile('size') : error
  })
  const form = await new Response(body, { headers: { 'content-type': type } }).formData().catch(() => undefined)
  const file = form?.get('file')
  if (!(file instanceof File)) throw new ShopRefusal('bad-request', 'The form has no file in the field "file"')
  if (file.size > MOST_FILE_BYTES) throw refusedFile('size')
  if (file.size === 0) throw refusedFile('broken')
  return { name: nameOf(file.name), bytes: new Uint8Array(await file.arrayBuffer()) }
}

/** Without folders, and without signs that turn a name around or end a line. */
function nameOf(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  const plain = last.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '').trim()
  return [...plain].slice(0, 120).join('').trim() || 'file'
}

/** ISO 32000-2, 7.5: a head at the very beginning, and the mark of the end near the end. */
function isPdf(bytes: Uint8Array): boolean {
  const end = Buffer.from(bytes.subarray(-2048)).toString('latin1')
  return startsAsPdf(bytes) && end.includes('%%EOF')
}

function startsAsPdf(bytes: Uint8Array): boolean {
  return /^%PDF-[12]\.\d/.test(Buffer.from(bytes.subarray(0, 8)).toString('latin1'))
}

/** JPEG, PNG, GIF, WebP and AVIF by their first bytes: to tell a broken picture from what is none. */
function looksLikePicture(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  return /^(\xFF\xD8\xFF|\x89PNG|GIF8|RIFF....WEBP|....ftyp)/s.test(head)
}
