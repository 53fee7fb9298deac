/** Widths that the server offers smaller copies in. */
export const pictureWidthsPx = [160, 320, 640, 1280]

/** Address of the picture about this wide. Inline pictures have only one size. */
export function pictureUrl(url: string, widthPx: number): string {
  if (!url.startsWith('/')) return url
  return `${url}?w=${pictureWidthsPx.find((each) => each >= widthPx) ?? pictureWidthsPx.at(-1)}`
}
