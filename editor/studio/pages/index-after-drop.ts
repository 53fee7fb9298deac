/**
 * Where in a list something stands after it was dropped before or after another.
 * @returns an index that counts the others only, as `movePage` and `moveTab` want it
 */
export function indexAfterDrop(
  list: readonly { readonly id: string }[],
  id: string,
  target: { readonly key: unknown; readonly dropPosition: 'before' | 'after' | 'on' },
): number {
  const others = list.filter((item) => item.id !== id)
  const at = others.findIndex((item) => item.id === target.key)
  if (at < 0) return list.findIndex((item) => item.id === id)
  return target.dropPosition === 'after' ? at + 1 : at
}
