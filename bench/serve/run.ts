/**
 * `npm run bench:serve`: how many requests a second one process answers on one core, from its memory: a published page
 * as it is and as "you have it already", a picture and a file of code. In the same run, beside it: nginx serving the same
 * bytes as files (where it is installed), and a bare server of Node.js that does nothing but send them.
 * `-- --json FILE` also writes the figures as a list, `-- --runs N` changes the number of runs (5).
 */
import { readArguments, report } from '../report.ts'
import { pinTo } from './cores.ts'
import { startFloor } from './floor.ts'
import { load, type Load } from './load.ts'
import { startNginx } from './nginx.ts'
import { publishShop } from './published-shop.ts'
import { withProduct } from '../browser.ts'
import type { Samples } from '../report.ts'

const serverCore = 0
const loadCore = 1
const bar = 5000

const { jsonFile, runs } = readArguments(process.argv.slice(2))
const samples: Samples[] = []
pinTo(loadCore, process.pid)
await withProduct(async (product) => {
  const { host, addresses } = await publishShop(product.url)
  if (product.pid !== undefined) pinTo(serverCore, product.pid)
  const serverPid = product.pid
  const own = `http://127.0.0.1:${product.port}`
  const page = await fetchRaw(`${own}/menu`, host)
  const floor = await startFloor(page.body, page.headers, serverCore)
  const nginx = await startNginx(page.body, serverCore)
  const targets: readonly Target[] = [
    { name: 'menu page', url: `${own}/menu`, headers: { host }, serverPid, bar },
    {
      name: 'menu page, the browser has it (304)',
      url: `${own}/menu`,
      headers: { host, 'if-none-match': page.etag },
      serverPid,
      bar,
    },
    { name: 'start page', url: `${own}/`, headers: { host }, serverPid, bar },
    { name: 'picture', url: own + addresses.picture, headers: { host }, serverPid, bar: null },
    { name: 'a file of code', url: own + addresses.code, headers: { host }, serverPid, bar: null },
    { name: 'beside it, bare Node.js: menu page', url: floor.url, headers: {}, serverPid: floor.pid, bar: null },
    ...(nginx
      ? [{ name: 'beside it, nginx: menu page', url: nginx.url, headers: {}, serverPid: nginx.pid, bar: null }]
      : []),
  ]
  for (const target of targets) {
    const { name, url, headers, serverPid } = target
    const loads: Load[] = []
    await load(url, headers, { seconds: 1, serverPid }) // warm
    for (let run = 0; run < runs; run++) loads.push(await load(url, headers, { seconds: 2, serverPid }))
    const figure = { better: 'higher', unit: 'requests/s' } as const
    samples.push({
      ...figure,
      name: `${name}: per core`,
      values: loads.map((each) => each.perCoreSecond),
      bar: target.bar,
    })
    samples.push({ ...figure, name: `${name}: as asked here`, values: loads.map((each) => each.perSecond), bar: null })
  }
  if (!nginx) console.log('nginx is not installed here: only the bare server stands beside it.')
  nginx?.stop()
  floor.stop()
})
report(samples, jsonFile)

interface Target {
  readonly name: string
  readonly url: string
  readonly headers: Record<string, string>
  readonly serverPid: number | undefined
  readonly bar: number | null
}

async function fetchRaw(url: string, host: string) {
  const { request } = await import('node:http')
  return new Promise<{ body: Buffer; etag: string; headers: Record<string, string> }>((resolve, reject) => {
    const sent = request(url, { headers: { host, 'accept-encoding': 'br' } }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => {
        if (answer.statusCode !== 200) return reject(new Error(`${url} answered ${answer.statusCode}`))
        const { connection: _c, 'keep-alive': _k, 'transfer-encoding': _t, date: _d, ...headers } = answer.headers
        resolve({
          body: Buffer.concat(parts),
          etag: String(headers.etag),
          headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
        })
      })
    })
    sent.on('error', reject)
    sent.end()
  })
}
