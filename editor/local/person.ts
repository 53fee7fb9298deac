/** Who was signed in here last, so that what is kept for them can be read before the platform has answered. */
export const personKey = 'shopwright.person'

export function rememberedPerson(): string | undefined {
  try {
    return localStorage.getItem(personKey) ?? undefined
  } catch {
    return undefined
  }
}

/** @param personId - undefined after signing out */
export function rememberPerson(personId: string | undefined): void {
  try {
    if (personId === undefined) localStorage.removeItem(personKey)
    else if (localStorage.getItem(personKey) !== personId) localStorage.setItem(personKey, personId)
  } catch {
    // A browser that keeps nothing: then nothing opens without a network.
  }
}
