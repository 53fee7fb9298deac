/** What was begun to be written and not sent, by what it is about; kept for this tab, so that closing a card loses nothing. */
const PREFIX = 'shopwright.comment-draft.'

export function readDraft(key: string): string {
  try {
    return sessionStorage.getItem(PREFIX + key) ?? ''
  } catch {
    return ''
  }
}

export function keepDraft(key: string, text: string): void {
  try {
    if (text.trim() === '') sessionStorage.removeItem(PREFIX + key)
    else sessionStorage.setItem(PREFIX + key, text)
  } catch {
    // Without room for it, it lasts as long as its card is open.
  }
}
