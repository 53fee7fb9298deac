import type { PictureField } from '#components/kit/fields.ts'
import type { JsonValue } from '#model/json.ts'
import { leadOf } from '#editor/state/selection.ts'
import { useFact, useSession, useView } from '../session/use-session.tsx'
import { ratioOfChoice } from './picture-value.ts'

/** Width to height in which the selected block shows this field's picture; undefined where it is as the picture is. */
export function useBlockRatio({ ratio, ratioFrom }: PictureField): number | undefined {
  const { blocks } = useSession()
  const selected = useView(leadOf)
  const choice = useFact<JsonValue | undefined>(selected, (program) => {
    const node = selected === undefined || ratioFrom === undefined ? undefined : program.node(selected)
    return node && ratioFrom !== undefined
      ? (node.props[ratioFrom] ?? blocks.find(node.type)?.fields[ratioFrom]?.default)
      : undefined
  })
  return ratio ?? ratioOfChoice(choice)
}
