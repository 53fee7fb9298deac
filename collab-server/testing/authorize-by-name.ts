import type { Access, Refusal } from '../access.ts'

/** Who connects as `?user=viewer-…` may only look, as `nobody` not even that, as `stranger` is not signed in. */
export async function authorizeByName(request: { url?: string }): Promise<Access | Refusal> {
  const name = new URL(request.url ?? '', 'http://x').searchParams.get('user') ?? 'stranger'
  if (name === 'stranger') return { refused: 'signed-out' }
  if (name === 'nobody') return { refused: 'forbidden' }
  return { user: { id: `id-of-${name}`, name }, canEdit: !name.startsWith('viewer') }
}
