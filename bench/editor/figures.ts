import { median, type Samples } from '../report.ts'
import type { Measured, Runs, Size } from './run.ts'

type Name = keyof Measured

const names: { readonly [name in Name]: string } = {
  load: 'load to usable',
  loadCpu: 'load, CPU',
  heapMb: 'JS heap',
  firstSelect: 'first select to inspector',
  select: 'select to inspector',
  key: 'keystroke to painted canvas',
  keyP95: 'keystroke to painted canvas, p95',
  keyCpu: 'keystroke, CPU',
  dragGapP95: 'drag, frame gap p95',
  drop: 'drop to painted',
  undo: 'undo to painted',
  duplicate: 'duplicate 50 blocks',
}

/** Against the floor at 1,000 blocks. */
const mostOfFloor: { readonly [name in Name]?: number } = { key: 1.5, dragGapP95: 1.2, drop: 2, undo: 2, duplicate: 2 }
/** Absolute, at 1,000 blocks. */
const most: { readonly [name in Name]?: number } = { keyP95: 33, select: 50, load: 1500 }
/** What must not grow with the program: at 5,000 against 100. */
const flat: readonly Name[] = ['select', 'key', 'keyCpu', 'dragGapP95', 'drop', 'undo', 'duplicate']
const MOST_GROWTH = 1.5
const MOST_HEAP_MB = 20

/** Every figure at every size that was measured, editor and floor, then what the aims speak of. */
export function samplesOf({ editor, floor }: Runs): readonly Samples[] {
  const values = (of: Runs['editor'], size: Size, name: Name) => of[size].flatMap((measured) => measured[name] ?? [])
  const lower = { better: 'lower' } as const
  const has = (...needed: readonly Size[]) => needed.every((size) => editor[size].length > 0)
  const samples: Samples[] = []
  for (const name of Object.keys(names) as Name[]) {
    for (const size of ([50, 100, 1000, 5000] as const).filter((each) => has(each))) {
      const unit = name === 'heapMb' ? 'MB' : 'ms'
      const label = `${names[name]}, ${size} blocks`
      const bar = size === 1000 ? (most[name] ?? null) : null
      samples.push({ ...lower, name: label, unit, bar, values: values(editor, size, name) })
      samples.push({ ...lower, name: `${label}, floor`, unit, bar: null, values: values(floor, size, name) })
    }
    const times = mostOfFloor[name]
    if (times === undefined || !has(1000)) continue
    const perRun = values(editor, 1000, name).map((value, run) => value / values(floor, 1000, name)[run]!)
    samples.push({ ...lower, name: `${names[name]}, times the floor at 1,000`, unit: '×', bar: times, values: perRun })
  }
  for (const name of has(100, 5000) ? flat : []) {
    const growth = median(values(editor, 5000, name)) / median(values(editor, 100, name))
    samples.push({ ...lower, name: `${names[name]}, from 100 to 5,000`, unit: '×', bar: MOST_GROWTH, values: [growth] })
  }
  for (const size of ([1000, 5000] as const).filter((each) => has(0, each))) {
    const share = values(editor, size, 'heapMb').map((value, run) => value - values(editor, 0, 'heapMb')[run]!)
    const bar = size === 1000 ? MOST_HEAP_MB : null
    samples.push({ ...lower, name: `JS heap of the document, ${size} blocks`, unit: 'MB', bar, values: share })
  }
  if (!has(0, 1000, 5000)) return samples
  const perBlock = (size: Size) =>
    (median(values(editor, size, 'loadCpu')) - median(values(editor, 0, 'loadCpu'))) / size
  samples.push({
    ...lower,
    name: 'load CPU a block, 5,000 against 1,000',
    unit: '×',
    bar: MOST_GROWTH,
    values: [perBlock(5000) / perBlock(1000)],
  })
  return samples
}
