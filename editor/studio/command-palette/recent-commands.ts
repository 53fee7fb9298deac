const KEY = 'shopwright.recent-commands'
const MOST = 5

/** Names of commands used in the search, the last one first; kept on this device. */
export function recentCommands(): readonly string[] {
  try {
    const saved: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(saved) ? saved.filter((name) => typeof name === 'string') : []
  } catch {
    return []
  }
}

export function rememberCommand(name: string): void {
  const names = [name, ...recentCommands().filter((other) => other !== name)].slice(0, MOST)
  try {
    localStorage.setItem(KEY, JSON.stringify(names))
  } catch {
    // Without room for it the list is shorter, nothing else.
  }
}
