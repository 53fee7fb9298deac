import type { FrameLink, FrameLinkOptions } from './frame-link.ts'
import { isFrameLoading, loadFrame } from './frame-source.ts'

export interface TakenFrame {
  readonly frame: HTMLIFrameElement
  /** It has been up for a while and waits to be greeted; its `load` is over. */
  readonly isLoaded: boolean
  /** It is greeted already, and was told to draw. */
  readonly early?: EarlyLink | undefined
}

export type FrameHandlers = Pick<FrameLinkOptions, 'onReady' | 'onMessage' | 'onBroken'>

/** A conversation that began before there was anybody to listen. */
export interface EarlyLink {
  readonly link: FrameLink
  /** From now on these listen; what was said meanwhile is told them first. */
  adopt(handlers: FrameHandlers): void
}

interface Ahead {
  readonly frame: HTMLIFrameElement
  readonly holder: HTMLElement
  isLoaded: boolean
  early?: EarlyLink
}

let ahead: Ahead | undefined

/**
 * Loads the canvas' frame, out of sight, while the program is still on its way; once, until it is taken. Does nothing
 * where a frame that is moved to its place would be loaded anew there.
 */
export function loadFrameAhead(): void {
  if (ahead || !('moveBefore' in Element.prototype)) return
  const frame = createFrame()
  const holder = document.createElement('div')
  holder.inert = true
  holder.style.cssText = 'position: fixed; inset: 0 auto auto 0; visibility: hidden'
  const loading: Ahead = { frame, holder, isLoaded: false }
  frame.addEventListener('load', () => {
    loading.isLoaded = isFrameLoading(frame)
  })
  holder.append(frame)
  document.body.append(holder)
  ahead = loading
}

/**
 * Begins the conversation with the frame that was loaded ahead, if there is one, so that it draws while the rest of the
 * screen is made.
 */
export function linkFrameAhead(link: (waiting: TakenFrame) => EarlyLink): void {
  if (ahead) ahead.early ??= link(ahead)
}

/** Puts the frame that was loaded ahead into its place without loading it again, or a new one. */
export function takeFrame(place: HTMLElement): TakenFrame {
  const taken = ahead
  ahead = undefined
  if (!taken) {
    const frame = createFrame()
    place.append(frame)
    return { frame, isLoaded: false }
  }
  place.moveBefore(taken.frame, null)
  taken.holder.remove()
  return taken
}

/** Nobody is going to take it: the program could not be opened, or was left. */
export function dropFrameAhead(): void {
  ahead?.early?.link.close()
  ahead?.holder.remove()
  ahead = undefined
}

function createFrame(): HTMLIFrameElement {
  const frame = document.createElement('iframe')
  frame.className = 'st-device__frame'
  frame.setAttribute('sandbox', 'allow-scripts allow-forms')
  frame.tabIndex = -1
  loadFrame(frame)
  return frame
}
