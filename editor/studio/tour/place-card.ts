export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export interface CardPlace {
  readonly left: number
  readonly top: number
  /** The side of what is explained that the card stands on. */
  readonly side: 'right' | 'left' | 'below' | 'above' | 'inside'
}

const GAP_PX = 16
const EDGE_PX = 12

/**
 * Where a card stands beside what it explains: to its right, left, below or above, wherever there is room, always
 * inside the window; in its lower part where it fills the window. Of a low bar or button it stands below or above, so
 * that it does not cover what is in one line with it.
 */
export function placeCard(
  target: Box,
  card: Pick<Box, 'width' | 'height'>,
  room: Pick<Box, 'width' | 'height'>,
): CardPlace {
  const right = target.left + target.width + GAP_PX
  const left = target.left - GAP_PX - card.width
  const below = target.top + target.height + GAP_PX
  const above = target.top - GAP_PX - card.height
  const across = clamp(target.top + Math.min(24, target.height / 4), EDGE_PX, room.height - card.height - EDGE_PX)
  const along = clamp(target.left + target.width / 2 - card.width / 2, EDGE_PX, room.width - card.width - EDGE_PX)
  const isLow = target.height < card.height / 2
  if (isLow && below + card.height <= room.height - EDGE_PX) return { left: along, top: below, side: 'below' }
  if (isLow && above >= EDGE_PX) return { left: along, top: above, side: 'above' }
  if (right + card.width <= room.width - EDGE_PX) return { left: right, top: across, side: 'right' }
  if (left >= EDGE_PX) return { left, top: across, side: 'left' }
  if (below + card.height <= room.height - EDGE_PX) return { left: along, top: below, side: 'below' }
  if (above >= EDGE_PX) return { left: along, top: above, side: 'above' }
  const bottom = Math.min(target.top + target.height, room.height) - card.height - GAP_PX
  return { left: along, top: clamp(bottom, EDGE_PX, room.height - card.height - EDGE_PX), side: 'inside' }
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most))
}
