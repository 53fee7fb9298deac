interface Area {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Where an area lies, in percent of the picture; what would reach past it is cut at its edges. */
export function areaStyle({ left, top, width, height }: Area) {
  const [x, y] = [Math.min(left, 95), Math.min(top, 95)]
  return {
    left: `${x}%`,
    top: `${y}%`,
    width: `${Math.min(width, 100 - x)}%`,
    height: `${Math.min(height, 100 - y)}%`,
  }
}
