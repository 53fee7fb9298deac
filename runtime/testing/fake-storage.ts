/** For tests: `localStorage` without a browser. */
export function fakeStorage(start: { readonly [key: string]: string } = {}): Storage {
  const values = new Map(Object.entries(start))
  return {
    get length() {
      return values.size
    },
    key: (index) => [...values.keys()][index] ?? null,
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
    clear: () => values.clear(),
  }
}
