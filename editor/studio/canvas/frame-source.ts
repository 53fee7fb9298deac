/** The document that draws canvas and preview; its origin is opaque wherever it is framed. */
const frameUrl = '/runtime/frame.html'
/** The same in one piece. */
const frameAloneUrl = '/runtime/frame-alone.txt'
const originMark = '__ORIGIN__'

let alone: Promise<string> | undefined

/**
 * Loads the frame's document. No worker ever sees what a sandboxed frame asks for, and browsers keep nothing for it: so
 * where a worker keeps the editor, the document comes from it in one piece, of the same build as the editor, and with or
 * without a network alike.
 */
export function loadFrame(frame: HTMLIFrameElement): void {
  if (!navigator.serviceWorker?.controller) {
    frame.src = frameUrl
    return
  }
  alone ??= fetchAlone()
  alone.then(
    (html) => {
      frame.srcdoc = html
    },
    () => {
      alone = undefined
      frame.src = frameUrl
    },
  )
}

/** Begins anew with the same document. */
export function reloadFrame(frame: HTMLIFrameElement): void {
  if (!frame.srcdoc) frame.src = String(frame.src)
  else frame.srcdoc = String(frame.srcdoc)
}

/** An empty frame tells that it has loaded as soon as it stands in the page. */
export function isFrameLoading(frame: HTMLIFrameElement): boolean {
  return Boolean(frame.src || frame.srcdoc)
}

async function fetchAlone(): Promise<string> {
  const response = await fetch(frameAloneUrl)
  if (!response.ok) throw new Error(`${frameAloneUrl}: ${response.status}`)
  return (await response.text()).replaceAll(originMark, location.origin)
}
