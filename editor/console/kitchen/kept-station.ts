/** Which station this screen stands at: a matter of the device, kept on it. */
const keyOf = (programId: string) => `kitchen-station/${programId}`

export function keptStation(programId: string): string {
  try {
    return localStorage.getItem(keyOf(programId)) ?? 'all'
  } catch {
    return 'all'
  }
}

export function keepStation(programId: string, station: string): void {
  try {
    localStorage.setItem(keyOf(programId), station)
  } catch {
    // Without storage it is chosen anew the next time.
  }
}
