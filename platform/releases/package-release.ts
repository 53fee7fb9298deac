/** A release as one file to download: made when it is asked for, since the same release and shop give the same bytes. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { packageProgram, picturesIn } from '#compiler/package/package-program.ts'
import type { PackageFiles } from '#compiler/package/package-program.ts'
import { pageLanguage } from '#compiler/html/render-page.tsx'
import type { ShopData } from '#components/kit/view.ts'
import { programUrl } from '../config.ts'
import { withTenant } from '../db/database.ts'
import { createRuntimeAssets } from '../hosting/runtime-assets.ts'
import { notFound } from '../http/failure.ts'
import type { Services } from '../services.ts'
import { loadShopData } from '../shop/load-shop-data.ts'
import { releasesOf } from './point-program.ts'
import { loadReleasedProgram } from './release-files.ts'

export interface ReleasePackage {
  /** Without its ending: the program's label is its name to machines. */
  readonly name: string
  readonly files: PackageFiles
}

/** @throws `Failure` `not-found` when the program has no such release */
export async function packageRelease(
  services: Pick<Services, 'db' | 'config' | 'blobs'>,
  { tenantId, programId }: { readonly tenantId: string; readonly programId: string },
  releaseId: string,
): Promise<ReleasePackage> {
  const { db, config, blobs } = services
  const found = await withTenant(db, tenantId, async (tx) => {
    const release = await releasesOf(tx, { tenantId, programId }).where('id', '=', releaseId).executeTakeFirst()
    if (!release) throw notFound('release')
    const { label, language } = await tx
      .selectFrom('program')
      .select(['label', 'language'])
      .where('id', '=', programId)
      .executeTakeFirstOrThrow()
    return { release, label, shopData: (await loadShopData(tx, programId, language)) as ShopData }
  })
  const { release, label, shopData } = found
  const program = await loadReleasedProgram(blobs, release.program_sha256)
  const [assets, runtimeFiles] = await Promise.all([
    createRuntimeAssets(config.runtimeFolder)(pageLanguage(program)),
    readRuntimeFiles(config.runtimeFolder),
  ])
  const pictures = new Map<string, Uint8Array>()
  for (const sha256 of picturesIn(program, shopData)) {
    const bytes = await blobs.find('pictures', sha256)
    if (bytes) pictures.set(sha256, bytes)
  }
  const files = packageProgram({
    program,
    version: release.seq,
    publishedAtMs: release.published_at.getTime(),
    shopData,
    origin: programUrl(config, label),
    assets,
    runtimeFiles,
    pictures,
  })
  return { name: `${label}-v${release.seq}`, files }
}

/** What the build wrote for published pages; the editor's frame is no part of them. */
async function readRuntimeFiles(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(folder))
    .filter((name) => /\.(js|css)$/.test(name) && !name.startsWith('frame-'))
    .toSorted()
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)),
  )
}
