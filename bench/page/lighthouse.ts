/** What Lighthouse says of a page, on a phone as it imagines one. It is no package of this repository: 200 packages for four scores. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { browserLaunchOptions } from '../../scripts/find-browser.mjs'
import type { Samples } from '../report.ts'

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const
/** Runs on Node 20; the versions after it want 22. */
const version = '12.8.2'
const leastScore = 98

type Report = {
  readonly categories: {
    readonly [category: string]: { readonly score: number; readonly auditRefs: readonly AuditRef[] }
  }
  readonly audits: { readonly [id: string]: { readonly score: number | null; readonly displayValue?: string } }
}
type AuditRef = { readonly id: string; readonly weight: number }

/**
 * @param folder - where it was installed; empty for the one on the PATH
 * @returns scores from 0 to 100; nothing, and a note on how to get it, where there is none
 */
export async function lighthouseScores(url: string, folder: string, runs: number): Promise<readonly Samples[]> {
  const own = path.join(folder, 'node_modules', '.bin', 'lighthouse')
  const command = folder !== '' && existsSync(own) ? own : 'lighthouse'
  const reports: Report[] = []
  try {
    for (let run = 0; run < runs; run++) reports.push(await ask(command, url))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    console.error(
      `Lighthouse is not installed, so it was left out. To have it: npm install --prefix FOLDER lighthouse@${version}, then --lighthouse FOLDER`,
    )
    return []
  }
  for (const missed of reports.flatMap(missedAudits)) console.error(`Lighthouse: ${missed}`)
  return categories.map((category) => ({
    name: `Lighthouse, ${category}`,
    unit: 'of 100',
    better: 'higher',
    bar: leastScore,
    values: reports.map((report) => Math.round(100 * (report.categories[category]?.score ?? 0))),
  }))
}

async function ask(command: string, url: string): Promise<Report> {
  const { executablePath, args } = browserLaunchOptions()
  const { stdout } = await promisify(execFile)(
    command,
    [
      url,
      '--quiet',
      '--output=json',
      `--only-categories=${categories.join(',')}`,
      `--chrome-flags=--headless=new ${(args ?? []).join(' ')}`,
    ],
    { env: { ...process.env, ...(executablePath && { CHROME_PATH: executablePath }) }, maxBuffer: 64 * 1024 * 1024 },
  )
  return JSON.parse(stdout) as Report
}

/** What took points away. */
function missedAudits({ categories: found, audits }: Report): readonly string[] {
  return Object.entries(found).flatMap(([category, { auditRefs }]) =>
    auditRefs.flatMap(({ id, weight }) => {
      const { score, displayValue = '' } = audits[id] ?? { score: null }
      return weight > 0 && score !== null && score < 0.9 ? [`${category}: ${id} ${displayValue}`.trim()] : []
    }),
  )
}
