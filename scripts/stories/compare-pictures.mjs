/**
 * Whether two small pictures show the same. Edges fall differently on another machine or browser, so a pixel counts as
 * different only if nothing beside it is alike, and only many of them close together mean that something is missing,
 * moved or coloured differently.
 */

/** Of 255, in the channel that differs most. */
const alikeWithin = 40
const tilePx = 8
/** Of the pixels of a tile: what is 24 px high and wide on the screen fills one. */
const mostInTile = 10
/** Rows that a picture may be higher or lower. */
const mostRows = 2

/**
 * Both as in compare-pictures.d.mts.
 * @returns {string | undefined} in what they differ
 */
export function pictureDifference(kept, seen, most = mostInTile) {
  if (Math.abs(kept.height - seen.height) > mostRows || kept.width !== seen.width)
    return `it is ${seen.width} × ${seen.height} small pixels, not ${kept.width} × ${kept.height}`
  const tiles = new Map()
  const height = Math.min(kept.height, seen.height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < kept.width; x++) {
      // Both ways: what is gone is nowhere in the one, what is new nowhere in the other.
      if (isNear(kept, seen, x, y) && isNear(seen, kept, x, y)) continue
      // Tiles overlap by half, so that what differs is not cut apart by their edges.
      for (const [left, top] of tilesAt(x, y)) {
        const name = `${left},${top}`
        tiles.set(name, (tiles.get(name) ?? 0) + 1)
      }
    }
  const worst = [...tiles].toSorted((one, other) => other[1] - one[1])[0]
  if (!worst || worst[1] <= most) return undefined
  const [x = 0, y = 0] = worst[0].split(',').map(Number)
  return `it differs most around ${x + tilePx / 2} × ${y + tilePx / 2} small pixels from the top left`
}

function tilesAt(x, y) {
  const half = tilePx / 2
  const [column, row] = [Math.floor(x / half), Math.floor(y / half)]
  return [
    [column, row],
    [column - 1, row],
    [column, row - 1],
    [column - 1, row - 1],
  ].map(([left, top]) => [left * half, top * half])
}

/** Whether a pixel of one picture is found at its place in the other, or right beside it. */
function isNear(of, within, x, y) {
  const at = (y * of.width + x) * 3
  for (let dy = -1; dy <= 1; dy++)
    for (let dx = -1; dx <= 1; dx++) {
      const [column, row] = [x + dx, y + dy]
      if (column < 0 || row < 0 || column >= within.width || row >= within.height) continue
      const other = (row * within.width + column) * 3
      const most = Math.max(
        Math.abs(of.pixels[at] - within.pixels[other]),
        Math.abs(of.pixels[at + 1] - within.pixels[other + 1]),
        Math.abs(of.pixels[at + 2] - within.pixels[other + 2]),
      )
      if (most <= alikeWithin) return true
    }
  return false
}
