import type { JsonObject } from '#model/json.ts'
import type { Scheme } from '#editor/ui/scheme.ts'

/** The theme decides; while it leaves it to the phone, what this tab wants to look at. */
export function canvasSchemeOf(theme: JsonObject, wanted: Scheme): Scheme {
  return theme.scheme === 'light' || theme.scheme === 'dark' ? theme.scheme : wanted
}
