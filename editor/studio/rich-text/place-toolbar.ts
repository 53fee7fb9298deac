interface Box {
  readonly top: number
  readonly bottom: number
}

export type ToolbarPlace = 'above' | 'below' | 'beside'

/** Between the bar and the text there is room for the block's name tab. */
export const GAP_PX = 28

/**
 * Where the bar is seen whole and covers nothing of the text: above it, else below, else, beside a text that fills the
 * view from top to bottom, next to the phone.
 * @param text, view - on the screen, in the same pixels
 */
export function placeToolbar(text: Box, view: Box, heightPx: number): ToolbarPlace {
  if (text.top - GAP_PX - heightPx >= view.top && text.top <= view.bottom) return 'above'
  return text.bottom + GAP_PX + heightPx <= view.bottom && text.bottom >= view.top ? 'below' : 'beside'
}
