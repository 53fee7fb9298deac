/**
 * `npm run bench:collab`: our rooms on the embedded PostgreSQL, which store before they show, beside the reference servers
 * of the field as fast as they get: in memory, storing nothing. In turns in one run, each in a process of its own, so that
 * all had the same noise: read the ratios. `-- --runs N` (3), `-- --people 2,100`, `-- --documents N` open at once (1000),
 * `-- --json FILE`.
 */
import { processorSeconds } from '../serve/cores.ts'
import { median, readArguments, writeFigures, type Samples } from '../report.ts'
import { programOf } from './documents.ts'
import { measureLoad, measureMemory, measurePropagation, measureRate } from './measures.ts'
import { contenders, startUnderTest, type Contender, type ServerUnderTest } from './server-under-test.ts'

const editsPerRun = 60
const writers = 10
const updatesPerRun = 8000

type Metric = Omit<Samples, 'values' | 'bar'>
type Values = { readonly [name in Contender]: number[] }
const metrics = new Map<string, Metric & { readonly values: Values }>()

const { jsonFile, runs } = readArguments(process.argv.slice(2), 3)
const peopleCounts = numbersAfter('--people') ?? [2, 10, 50, 100]
const [documents = 1000] = numbersAfter('--documents') ?? []
const [small, large] = [programOf(60), programOf(10_000)]

// The first run warms up code, disk and database, and is not counted.
for (let run = 0; run <= runs; run++) {
  const record = run === 0 ? () => {} : keep
  await inTurns(run, (server) => measureSpeed(server, record, run === 0))
  if (run > 0 && run <= 2) await inTurns(run, (server) => measureSize(server, record))
  console.error(run === 0 ? 'warmed up' : `run ${run} of ${runs}`)
}
print()
writeFigures(samples(), jsonFile)

async function inTurns(run: number, measure: (server: ServerUnderTest) => Promise<void>): Promise<void> {
  for (let at = 0; at < contenders.length; at++) {
    const server = await startUnderTest(contenders[(at + run) % contenders.length]!)
    try {
      await measure(server)
    } finally {
      await server.stop()
    }
  }
}

type Record = (server: Contender, value: number, metric: Metric) => void

async function measureSpeed(server: ServerUnderTest, record: Record, isWarmUp: boolean): Promise<void> {
  const ms = { unit: 'ms', better: 'lower' } as const
  for (const people of isWarmUp ? [2, 10] : peopleCounts) {
    const delays = (await measurePropagation(server, people, editsPerRun)).sort((a, b) => a - b)
    const at = (share: number) => delays[Math.min(delays.length - 1, Math.floor(delays.length * share))]!
    record(server.name, at(0.5), { ...ms, name: `an edit reaches the others, ${people} people, p50` })
    record(server.name, at(0.95), { ...ms, name: `an edit reaches the others, ${people} people, p95` })
  }
  if (server.name === 'shopwright') {
    const commits: number[] = []
    for (let at = 0; at < editsPerRun; at++) commits.push(await server.commit())
    record(server.name, median(commits), { ...ms, name: 'of that, one commit to the disk' })
  }
  const { perSecond, cpuMs } = await measureRate(server, {
    writers,
    updates: isWarmUp ? 2000 : updatesPerRun,
    processorSeconds: () => processorSeconds(server.pid),
  })
  record(server.name, perSecond, { name: `updates seen, ${writers} writers`, unit: '1/s', better: 'higher' })
  record(server.name, cpuMs, { ...ms, name: 'processor time of 1,000 updates' })
}

async function measureSize(server: ServerUnderTest, record: Record): Promise<void> {
  const { open, fromDisk } = await measureLoad(server, large, server.name === 'shopwright')
  const ms = { unit: 'ms', better: 'lower' } as const
  record(server.name, open, { ...ms, name: '10,000 blocks, somebody has them open' })
  if (fromDisk !== undefined) record(server.name, fromDisk, { ...ms, name: '10,000 blocks, from the disk' })
  const { heapBytes, residentBytes } = await measureMemory(server, documents, small)
  const kb = { unit: 'KB', better: 'lower' } as const
  record(server.name, heapBytes / 1024, { ...kb, name: `heap of each of ${documents} open documents` })
  record(server.name, residentBytes / 1024, { ...kb, name: `memory of each of ${documents} open documents` })
}

function keep(server: Contender, value: number, metric: Metric): void {
  const kept = metrics.get(metric.name) ?? { ...metric, values: { shopwright: [], 'y-websocket': [], hocuspocus: [] } }
  kept.values[server].push(value)
  metrics.set(metric.name, kept)
}

/** One row a measure, one column a server: medians over the runs, ours against the better of the others at the end. */
function print(): void {
  console.table(
    [...metrics.values()].map(({ name, unit, better, values }) => ({
      name,
      ...Object.fromEntries(contenders.map((each) => [each, show(values[each], unit)])),
      'ours, of the better': ratioOf(values, better)?.toFixed(2) ?? '',
    })),
  )
}

function show(values: readonly number[], unit: string): string {
  if (values.length === 0) return 'stores nothing'
  const value = median(values)
  return `${value.toFixed(value < 100 ? 1 : 0)} ${unit} (${Math.min(...values).toFixed(1)}…${Math.max(...values).toFixed(1)})`
}

/** Below 1 is better than both, whichever way the measure goes. */
function ratioOf({ shopwright, ...others }: Values, better: Metric['better']): number | undefined {
  const rivals = Object.values(others)
    .filter((values) => values.length > 0)
    .map(median)
  if (rivals.length === 0) return undefined
  return better === 'lower' ? median(shopwright) / Math.min(...rivals) : Math.max(...rivals) / median(shopwright)
}

function samples(): readonly Samples[] {
  return [...metrics.values()]
    .flatMap(({ values, ...metric }) => [
      ...contenders.map((each) => ({ ...metric, name: `${metric.name}: ${each}`, values: values[each], bar: null })),
      ...ratioSample(metric.name, ratioOf(values, metric.better)),
    ])
    .filter(({ values }) => values.length > 0)
}

function ratioSample(name: string, ratio: number | undefined): Samples[] {
  if (ratio === undefined) return []
  return [{ name: `${name}: ours, of the better`, values: [ratio], unit: '×', better: 'lower', bar: 1 }]
}

function numbersAfter(flag: string): number[] | undefined {
  const at = process.argv.indexOf(flag)
  if (at < 0) return undefined
  const numbers = (process.argv[at + 1] ?? '').split(',').map(Number)
  if (numbers.some((number) => !Number.isInteger(number) || number < 2))
    throw new Error(`${flag} takes whole numbers from 2`)
  return numbers
}
