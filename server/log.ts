export type Log = (entry: { readonly event: string; readonly [name: string]: unknown }) => void

/** One line of JSON per entry, to the error output; the standard output is for people. */
export const logToStderr: Log = (entry) => {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), ...entry })}\n`)
}
