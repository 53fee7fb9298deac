import type { PictureValue } from '#components/kit/fields.ts'
import { setProp } from '#model/index.ts'
import type { JsonValue } from '#model/json.ts'
import type { InsertSource } from '../insert/insertable.ts'
import { insertBlock } from '../session/block-facts.ts'
import { readPictureValue, writePictureValue } from './picture-value.ts'

const PREFIX = 'picture:'

/** Names a picture of the library as something to drag and place. It is in the key as a whole, so nothing is looked up at the drop. */
export function keyOfPicture(picture: PictureValue): string {
  return PREFIX + JSON.stringify(writePictureValue(picture))
}

/** Pictures of the library, dragged out of their panel. They are placed as blocks of their own; the palette does not list them. */
export const pictureSource: InsertSource = {
  list: () => [],
  find({ blocks }, key) {
    const picture = key.startsWith(PREFIX)
      ? readPictureValue(JSON.parse(key.slice(PREFIX.length)) as JsonValue)
      : undefined
    const definition = blocks.find('image')
    if (!picture || !definition) return undefined
    return {
      // What is remembered as used lately is the block, not this very picture.
      key: 'image',
      type: 'image',
      label: blocks.nameOf('image'),
      description: definition.description,
      insert(program, to) {
        const inserted = insertBlock(program, blocks, 'image', to)
        if (inserted.ok) setProp(program, inserted.value, 'picture', writePictureValue(picture))
        return inserted
      },
    }
  },
}
