/**
 * Files of the build that these texts name, and those that they name in turn: code that is loaded later too.
 * @returns in a fixed order
 */
export function filesNeeded(
  files: ReadonlyMap<string, string>,
  texts: readonly (string | Uint8Array)[],
): readonly (readonly [name: string, text: string])[] {
  const needed = new Set<string>()
  const look = (text: string): void => {
    for (const [name, content] of files) {
      if (needed.has(name) || !text.includes(name)) continue
      needed.add(name)
      look(content)
    }
  }
  for (const text of texts) if (typeof text === 'string') look(text)
  return [...needed].toSorted().map((name) => [name, files.get(name) ?? ''] as const)
}
