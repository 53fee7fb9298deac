/** The figure in what was pasted, e.g. `12 px`, `1,250.5`, `１２`; undefined when there is none, or several. */
export function readFigure(text: string): number | undefined {
  const plain = text.normalize('NFKC').trim()
  const found = [...plain.matchAll(/-?\d[\d,]*(?:\.\d+)?|-?\.\d+/g)]
  if (found.length !== 1) return undefined
  const [figure] = found[0] as RegExpMatchArray
  const number = Number(figure.replaceAll(/,(?=\d{3}\b)/g, '').replace(',', '.'))
  return Number.isFinite(number) ? number : undefined
}

/** Steps from the present figure, kept within bounds and free of the dust of adding fractions. */
export function steppedFigure(
  from: number,
  steps: number,
  { min, max, step = 1 }: { readonly min: number; readonly max: number; readonly step?: number | undefined },
): number {
  const decimals = (String(step).split('.')[1] ?? '').length
  const next = Number((from + steps * step).toFixed(decimals))
  return Math.min(max, Math.max(min, next))
}
