/**
 * `npm run bench`: the figures of the whole path, each the median over the runs.
 * `-- --json FILE` also writes them as a list, `-- --runs N` changes the number of runs (5).
 */
import { openBrowser } from './browser.ts'
import { benchColdStart } from './cold-start.ts'
import { benchEditing } from './editing.ts'
import { benchMenuPage } from './menu-page.ts'
import { readArguments, report } from './report.ts'

const { jsonFile, runs } = readArguments(process.argv.slice(2))
const browser = await openBrowser()
try {
  const samples = [
    ...(await benchColdStart(browser, runs)),
    ...(await benchEditing(browser, runs)),
    ...(await benchMenuPage(browser, runs)),
  ]
  report(samples, jsonFile)
} finally {
  await browser.close()
}
