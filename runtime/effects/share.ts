import type { Host, ShareRequest } from '#components/kit/host.ts'

/**
 * Hands an address to the phone's own way of sharing, or copies it where there is none.
 * @param url - where the link leads
 */
export async function share(
  { title, text }: Pick<ShareRequest, 'title' | 'text'>,
  url: string,
): ReturnType<Host['share']> {
  const browser: { readonly share?: Navigator['share']; readonly clipboard?: Clipboard } = navigator
  try {
    if (browser.share) {
      await browser.share({ title, text, url })
      return { ok: true, value: 'shared' }
    }
  } catch (error) {
    // Anything else than the person's own no means that this browser shares nothing here.
    if (error instanceof DOMException && error.name === 'AbortError')
      return { ok: false, failure: { code: 'cancelled', message: 'Not shared' } }
  }
  try {
    if (!browser.clipboard) throw new Error('No clipboard')
    await browser.clipboard.writeText(url)
    return { ok: true, value: 'copied' }
  } catch {
    return { ok: false, failure: { code: 'unsupported', message: 'Neither sharing nor copying is possible here' } }
  }
}
