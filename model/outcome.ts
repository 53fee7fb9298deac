/**
 * What an operation answers when something may well happen (the node is gone, the place is forbidden). What must not
 * happen throws instead.
 */
export type Outcome<Reason extends string, Value = void> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: Reason }

export const done: Outcome<never> = { ok: true, value: undefined }

export function succeeded<Value>(value: Value): Outcome<never, Value> {
  return { ok: true, value }
}

export function refused<Reason extends string>(reason: Reason): Outcome<Reason, never> {
  return { ok: false, reason }
}
