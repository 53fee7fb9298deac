import type { ClipboardPort } from '../commands/studio-command.ts'

/** The browser's own. It may refuse at any time: without a click, without permission, on a plain http address. */
export const browserClipboard: ClipboardPort = {
  async write({ html, text }) {
    try {
      const item = {
        'text/html': new Blob([html], { type: 'text/html' }),
        'text/plain': new Blob([text], { type: 'text/plain' }),
      }
      await navigator.clipboard.write([new ClipboardItem(item)])
      return true
    } catch {
      return false
    }
  },
  async read() {
    try {
      const items = await navigator.clipboard.read()
      const part = async (type: string) => {
        const item = items.find(({ types }) => types.includes(type))
        return item ? await item.getType(type) : undefined
      }
      const pictureType = items.flatMap(({ types }) => types).find((type) => type.startsWith('image/'))
      const picture = pictureType === undefined ? undefined : await part(pictureType)
      return {
        html: (await (await part('text/html'))?.text()) ?? '',
        text: (await (await part('text/plain'))?.text()) ?? '',
        files: picture ? [new File([picture], pictureName(picture.type), { type: picture.type })] : [],
      }
    } catch {
      return undefined
    }
  },
}

function pictureName(type: string): string {
  return `picture.${type.split('/')[1] ?? 'png'}`
}
