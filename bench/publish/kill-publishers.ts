/**
 * Kills a process at each place of a publish (SIGKILL, as a crash would) and looks with the eyes of a visitor who is a
 * member: every page and the parts that belong to it must be of one version, the old or the new one.
 */
import { spawn } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { visitorPaths } from '#platform/contract/routes.ts'
import { migrate, startEmbeddedPostgres } from '#platform/index.ts'
import { publishRelease, publishSteps } from '#platform/releases/publish-release.ts'
import type { RuntimeAssets } from '#runtime/runtime-assets.ts'
import { openTornPlatform, writeVersion, type TornPlatform } from './torn-platform.ts'

export async function killPublishers(): Promise<{ readonly places: number; readonly torn: number }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'shopwright-torn-'))
  // Run by root, the database is another user, who must get in.
  await chmod(folder, 0o755)
  const postgres = await startEmbeddedPostgres({ dataDir: path.join(folder, 'data'), say: () => undefined })
  await migrate(postgres.url)
  const open = await openTornPlatform(postgres.url, folder)
  try {
    await mkdir(open.platform.services.config.runtimeFolder, { recursive: true })
    await writeFile(path.join(open.platform.services.config.runtimeFolder, 'manifest.json'), JSON.stringify(noCode))
    return { places: publishSteps.length, torn: await killAtEach(open, postgres.url, folder) }
  } finally {
    await open.close()
    await postgres.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

const noCss = pathToFileURL(path.join(import.meta.dirname, 'no-css.mjs')).href

const file = { js: '/runtime/x.js', imports: [], gzBytes: 1 }
const noCode: RuntimeAssets = {
  loader: '(()=>{})()',
  boot: file,
  seen: file,
  css: '',
  styles: [],
  blocks: { heading: { ...file, css: '', styles: [] } },
  frame: '/runtime/frame.html',
}

async function killAtEach(open: TornPlatform, url: string, folder: string): Promise<number> {
  const { platform } = open
  const { program, by } = await open.makeProgram()
  const publish = () => publishRelease(platform.services, by, { requestId: crypto.randomUUID() })
  const member = await joinAsMember(open, program.label)
  let torn = 0
  for (const [turn, step] of publishSteps.entries()) {
    await writeVersion(platform.services.documents, by.programId, `Old${turn}`)
    await publish()
    await writeVersion(platform.services.documents, by.programId, `New${turn}`)
    await publishAndDie(url, folder, by, step)
    const seen = [...(await member('')), ...(await member('about'))]
    const wanted = step === 'committed' ? `New${turn}` : `Old${turn}`
    if (new Set(seen).size !== 1 || seen[0] !== wanted) torn++
  }
  return torn
}

function publishAndDie(url: string, folder: string, by: object, step: string): Promise<void> {
  const child = spawn(
    process.execPath,
    [
      '--import',
      noCss,
      '--import',
      'tsx',
      path.join(import.meta.dirname, 'publish-and-die.ts'),
      url,
      folder,
      JSON.stringify(by),
      step,
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  )
  return new Promise((resolve, reject) => {
    child.once('exit', (code, signal) =>
      signal === 'SIGKILL' ? resolve() : reject(new Error(`The publisher was not killed at "${step}": ${code}`)),
    )
  })
}

/** @returns what a member finds on a page: every version named in its document and its members' parts */
async function joinAsMember({ platform, host }: TornPlatform, label: string) {
  const origin = `http://${label}.${host}`
  const headers: Record<string, string> = { host: `${label}.${host}`, origin, 'content-type': 'application/json' }
  const ask = (address: string, init: RequestInit = {}) =>
    platform.app.request(`${origin}${address}`, {
      ...init,
      headers: { ...headers, 'idempotency-key': crypto.randomUUID() },
    })
  const post = (address: string, body: object) => ask(address, { method: 'POST', body: JSON.stringify(body) })
  const { token } = (await (await post(visitorPaths.session, { visitorKey: null })).json()) as { token: string }
  headers.authorization = `Bearer ${token}`
  const joined = await post(visitorPaths.card, { name: 'Lin', phone: '13800138000', consent: true })
  if (joined.status !== 201) throw new Error(`Nobody can join: ${await joined.text()}`)
  return async (slug: string): Promise<readonly string[]> => {
    const html = await (await ask(`/${slug}`)).text()
    const release = /"release":"([\w-]{36})"/.exec(html)?.[1] ?? ''
    const parts = await (
      await ask(`${visitorPaths.memberParts}?${new URLSearchParams({ page: slug, release })}`)
    ).text()
    if (!parts.includes('Version')) throw new Error('The members’ part of the page is missing')
    return [...`${html}${parts}`.matchAll(/Version (\w+) of/g)].map((found) => found[1] ?? '')
  }
}
