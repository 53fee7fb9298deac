import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CompiledProgram } from '#model/compiled-program.ts'
import { publishResult } from '#platform/contract/merchant.ts'
import type { Me } from '#platform/contract/merchant.ts'
import { merchantPaths } from '#platform/contract/routes.ts'
import { makeProgram } from '#platform/testing/platform.ts'
import type { TestPlatform, Visitor } from '#platform/testing/platform.ts'

/** A live program of the starter shop. @returns the ids of a block of each kind that tests ask for */
export async function releaseMiniProgram(platform: TestPlatform, owner: Visitor & { me: Me }, name: string) {
  const { runtimeFolder } = platform.services.config
  await mkdir(runtimeFolder, { recursive: true })
  const file = { js: '/runtime/x.js', imports: [], gzBytes: 1 }
  const assets = { loader: '', boot: file, seen: file, login: file, css: '', styles: [], blocks: {}, frame: '' }
  await writeFile(join(runtimeFolder, 'manifest.json'), JSON.stringify(assets))
  const { id: programId, workspaceId: tenantId } = await makeProgram(platform, owner, name)
  const body = { requestId: crypto.randomUUID() }
  const { url, release } = publishResult.parse(
    (await owner.call('POST', merchantPaths.releases(programId), { body })).body,
  )
  const released = await owner.call('GET', merchantPaths.releasedProgram(programId, release.id))
  const { pages } = released.body as CompiledProgram
  const nodes = pages.flatMap((page) => Object.values(page.nodes))
  const of = (type: string) => nodes.find((node) => node.type === type)?.id ?? ''
  return {
    tenantId,
    programId,
    releaseId: release.id,
    origin: new URL(url).origin,
    card: of('membership-card'),
    menu: of('menu'),
    heading: of('heading'),
  }
}
