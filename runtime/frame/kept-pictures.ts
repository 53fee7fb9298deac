import type { FromFrame, ToFrame } from './protocol.ts'

export interface KeptPictures {
  show(message: Extract<ToFrame, { kind: 'picture' }>): void
}

/**
 * Asks the editor for pictures that could not be loaded: without a network this document, whose origin is none, has
 * nothing, but the editor keeps what was seen.
 */
export function createKeptPictures(document: Document, send: (message: FromFrame) => void): KeptPictures {
  const asked = new Set<string>()
  // Errors of pictures do not bubble.
  document.addEventListener(
    'error',
    ({ target }) => {
      if (!(target instanceof HTMLImageElement)) return
      const url = pictureAt(target)
      if (url === undefined || asked.has(url)) return
      asked.add(url)
      send({ kind: 'picture-wanted', url })
    },
    true,
  )
  return {
    show({ url, picture }) {
      if (!(picture instanceof Blob)) return
      const kept = URL.createObjectURL(picture)
      for (const image of document.images) {
        if (pictureAt(image) !== url) continue
        image.removeAttribute('srcset')
        image.src = kept
      }
      // Those that come later ask again: by then the editor may have another size.
      asked.delete(url)
    },
  }
}

/** The address within the platform, without its size; undefined for pictures that are not of the library. */
function pictureAt(image: HTMLImageElement): string | undefined {
  const src = image.getAttribute('src') ?? ''
  return src.startsWith('/pictures/') ? src : undefined
}
