/** One dispatched event of a `text/event-stream`. */
export interface SseMessage {
  /** Last id seen so far, of this event or an earlier one. */
  readonly id: string
  readonly event: string
  readonly data: string
}

/**
 * Reads a `text/event-stream` piece by piece (HTML standard, 9.2.6). Comments (heartbeats) dispatch nothing.
 * @returns a function to feed decoded text to; it calls `onMessage` for each complete event
 */
export function createSseParser(
  onMessage: (message: SseMessage) => void,
  onRetry?: (delayMs: number) => void,
): (chunk: string) => void {
  let buffer = ''
  let id = ''
  let event = ''
  let data: string[] = []

  return (chunk) => {
    buffer += chunk
    // A lone CR at the very end may be the first half of CRLF: wait for the next piece.
    const complete = buffer.endsWith('\r') ? buffer.slice(0, -1) : buffer
    const lines = complete.split(/\r\n|\r|\n/)
    const rest = lines.pop() ?? ''
    buffer = rest + buffer.slice(complete.length)
    for (const line of lines) readLine(line)
  }

  function readLine(line: string) {
    if (line === '') return dispatch()
    const colon = line.indexOf(':')
    if (colon === 0) return
    const field = colon < 0 ? line : line.slice(0, colon)
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '')
    if (field === 'data') data.push(value)
    else if (field === 'event') event = value
    else if (field === 'id' && !value.includes('\0')) id = value
    else if (field === 'retry' && /^\d+$/.test(value)) onRetry?.(Number(value))
  }

  function dispatch() {
    if (data.length > 0) onMessage({ id, event: event || 'message', data: data.join('\n') })
    event = ''
    data = []
  }
}
