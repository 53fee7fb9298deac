import { MOST_PICTURE_BYTES } from '../contract/pictures.ts'
import { Failure } from '../http/failure.ts'
import { readBody } from '../http/read-json.ts'

/** What a form needs around the file: boundaries and the file's name. */
const FORM_BYTES = 16 * 1024

/** The file of an upload's form; reading stops as soon as it is too much, whatever was announced. */
export async function readUpload(request: Request): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const type = request.headers.get('content-type') ?? ''
  if (!type.startsWith('multipart/form-data')) throw new Failure('bad-request', 'Send a form with the field "file"')
  const body = await readBody(request, MOST_PICTURE_BYTES + FORM_BYTES)
  const form = await new Response(body, { headers: { 'content-type': type } }).formData().catch(() => undefined)
  const file = form?.get('file')
  if (!(file instanceof File)) throw new Failure('bad-request', 'The form has no file in the field "file"')
  if (file.size > MOST_PICTURE_BYTES)
    throw new Failure('too-large', `A picture may have at most ${MOST_PICTURE_BYTES} bytes`)
  return { name: file.name.trim().slice(0, 120) || 'picture', bytes: new Uint8Array(await file.arrayBuffer()) }
}
