/** What was chosen of something ordered, e.g. `Fried egg ×2`. */
export function counted(name: string, count: number): string {
  return count > 1 ? `${name} ×${count}` : name
}
