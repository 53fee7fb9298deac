/**
 * The document that workers of code blocks are made in: of no origin, and under a policy of its own that lets run nothing
 * but this script and workers made of text. A worker has the policy of whoever makes it, so none of them can load or
 * evaluate anything, whatever the page around it may do.
 */

/** Plain, since it is set into a document as text. Ends a worker, or makes one and hands it the port that came along. */
export const cellScript = `addEventListener('message', ({ source, ports: [port] }) => {
  if (source !== parent) return
  const workers = new Map()
  port.onmessage = ({ data: { id, script }, ports: [own] }) => {
    if (script === undefined) {
      workers.get(id)?.terminate()
      workers.delete(id)
      return
    }
    const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }))
    const worker = new Worker(url)
    workers.set(id, worker)
    worker.postMessage(null, [own])
  }
}, { once: true })`

/** @param hash - of {@link cellScript}, as a policy names it */
export function cellDocument(hash: string): string {
  const policy = `default-src 'none'; script-src ${hash}; worker-src blob:`
  return `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><script>${cellScript}</script>`
}
