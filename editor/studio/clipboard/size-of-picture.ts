/** Width and height of a picture at an address. @returns undefined when there is none */
export async function sizeOfPicture(
  url: string,
): Promise<{ readonly widthPx: number; readonly heightPx: number } | undefined> {
  const picture = new Image()
  picture.src = url
  try {
    await picture.decode()
    return { widthPx: picture.naturalWidth, heightPx: picture.naturalHeight }
  } catch {
    return undefined
  }
}
