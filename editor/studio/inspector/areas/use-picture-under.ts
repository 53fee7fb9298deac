import type { PictureValue } from '#components/kit/fields.ts'
import type { JsonValue } from '#model/json.ts'
import { leadOf } from '#editor/state/selection.ts'
import { readPictureValue } from '../../pictures/picture-value.ts'
import { useFact, useView } from '../../session/use-session.tsx'

/** The picture of the selected block on which the items of a list lie; undefined while there is none. */
export function usePictureUnder(areasOn: string | undefined): PictureValue | undefined {
  const selected = useView(leadOf)
  const value = useFact<JsonValue | undefined>(selected, (program) =>
    selected === undefined || areasOn === undefined ? undefined : program.node(selected)?.props[areasOn],
  )
  return readPictureValue(value)
}
