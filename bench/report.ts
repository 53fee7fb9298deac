/** Figures of a bench: collected, printed as a table, and written as JSON for tools. */
import { writeFileSync } from 'node:fs'

export interface Figure {
  readonly name: string
  /** Median over the runs. */
  readonly value: number
  readonly unit: string
  readonly better: 'lower' | 'higher'
  /** The aim, or null where none was set. */
  readonly bar: number | null
}

export interface Samples extends Omit<Figure, 'value'> {
  readonly values: readonly number[]
}

export function median(values: readonly number[]): number {
  if (values.length === 0) throw new Error('No runs to take a median of')
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** Prints median, spread and bar of each figure; with a file it also writes the list that tools read. */
export function report(samples: readonly Samples[], jsonFile: string | undefined): void {
  const rows = samples.map(({ name, values, unit, bar, better }) => ({
    name,
    median: `${show(median(values))} ${unit}`,
    'min … max': `${show(Math.min(...values))} … ${show(Math.max(...values))}`,
    runs: values.length,
    bar: bar === null ? '' : `${better === 'lower' ? '≤' : '≥'} ${bar}`,
  }))
  console.table(rows)
  writeFigures(samples, jsonFile)
}

/** The list that tools read; nothing without a file. */
export function writeFigures(samples: readonly Samples[], jsonFile: string | undefined): void {
  if (!jsonFile) return
  const figures: Figure[] = samples.map(({ values, name, unit, better, bar }) => ({
    name,
    value: median(values),
    unit,
    better,
    bar,
  }))
  writeFileSync(jsonFile, `${JSON.stringify(figures, null, 2)}\n`)
}

const show = (value: number) => (Number.isInteger(value) ? String(value) : value.toFixed(1))

/** `--json FILE` and `--runs N` of a bench's command line. */
export function readArguments(args: readonly string[], usualRuns = 5): { jsonFile: string | undefined; runs: number } {
  const after = (flag: string) => {
    const at = args.indexOf(flag)
    return at < 0 ? undefined : args[at + 1]
  }
  const runs = Number(after('--runs') ?? usualRuns)
  if (!Number.isInteger(runs) || runs < 1) throw new Error('--runs takes a whole number from 1')
  return { jsonFile: after('--json'), runs }
}
