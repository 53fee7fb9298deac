/** Long side of the picture a code is looked for in: enough for a dense code, and quick on an old phone. */
const longSidePx = 800

/** The text of a code seen in a picture or in a video's present frame, or undefined when there is none. */
export async function readCode(source: HTMLVideoElement | ImageBitmap): Promise<string | undefined> {
  const [width, height] =
    source instanceof ImageBitmap ? [source.width, source.height] : [source.videoWidth, source.videoHeight]
  if (width === 0 || height === 0) return undefined
  const scale = Math.min(1, longSidePx / Math.max(width, height))
  const canvas = new OffscreenCanvas(Math.round(width * scale), Math.round(height * scale))
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return undefined
  context.drawImage(source, 0, 0, canvas.width, canvas.height)
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
  const { default: decode } = await import('qr/decode.js')
  try {
    return decode({ width: canvas.width, height: canvas.height, data: new Uint8Array(data.buffer) })
  } catch {
    // It throws where it finds nothing.
    return undefined
  }
}
