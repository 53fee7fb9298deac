export interface Picture {
  readonly width: number
  readonly height: number
  /** Three bytes a pixel: red, green, blue. */
  readonly pixels: Uint8Array
}
export function pictureDifference(kept: Picture, seen: Picture, most?: number): string | undefined
