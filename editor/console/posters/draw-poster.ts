/** A drawn poster as what a file of it holds. */

/** Sharp on paper as well as on a screen. */
const dotsPerMm = 300 / 25.4

export function posterSvg(sheet: SVGSVGElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(sheet)}`
}

/** @throws when the browser cannot draw it, as for want of memory */
export async function posterPng(sheet: SVGSVGElement): Promise<Blob> {
  const { width, height } = sheet.viewBox.baseVal
  const picture = new Image()
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(posterSvg(sheet))}`
  await picture.decode()
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * dotsPerMm)
  canvas.height = Math.round(height * dotsPerMm)
  const pen = canvas.getContext('2d')
  pen?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!pen || !blob) throw new Error('The browser made no picture')
  return blob
}
