/** Pages no longer than this are drawn anew in a moment. */
const SHORT_PX = 4000
const STEP_PX = 4000

/**
 * How tall the canvas' frame is for a page of this height. A frame of another height is painted anew from top to bottom,
 * so that of a long page grows by steps; what is below the page is cut off.
 */
export function frameHeightFor(heightPx: number): number {
  return heightPx <= SHORT_PX ? heightPx : Math.ceil(heightPx / STEP_PX) * STEP_PX
}
