/** `09:00`, the same in every language that the console speaks. */
export function hourName(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`
}
