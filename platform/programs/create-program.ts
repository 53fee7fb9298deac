import * as Y from 'yjs'
import { createProgramDoc } from '#model/index.ts'
import type { ProgramTemplate } from '#templates/template.ts'
import type { WorkspaceSubject } from '../accounts/access.ts'
import type { CreateProgramInput } from '../contract/merchant.ts'
import { withTenant } from '../db/database.ts'
import type { ScopedTx } from '../db/database.ts'
import { uuidv7 } from '../db/uuidv7.ts'
import { Failure } from '../http/failure.ts'
import type { Services } from '../services.ts'
import { seedShop } from '../shop/seed-shop.ts'
import { blockFacts, prepareSpec } from './prepare-spec.ts'
import { randomLabel } from './random-label.ts'
import type { TemplatePictures } from './template-pictures.ts'

/**
 * Makes a program with its document, its shop and its pictures from a template: all of it, or nothing.
 * @returns the new program's id
 */
export async function createProgram(
  services: Services,
  { tenantId, person }: Pick<WorkspaceSubject, 'tenantId' | 'person'>,
  input: CreateProgramInput,
): Promise<string> {
  const template = services.templates.find(({ id }) => id === input.templateId)
  if (!template)
    throw new Failure('bad-request', 'There is no such template', [{ path: 'templateId', message: 'unknown' }])
  const pictures = await services.templatePictures(template)
  const firstState = firstStateOf(template, pictures, input)
  const programId = uuidv7()
  await withTenant(services.db, tenantId, async (tx) => {
    await insertProgram(tx, { tenantId, programId, input })
    await services.documents.create(tx, { tenantId, programId, author: person.id }, firstState)
    await seedShop(tx, {
      tenantId,
      programId,
      seed: { ...template.shop, timeZone: input.timeZone ?? template.shop.timeZone },
      language: input.language,
      shopName: input.name,
      pictures,
    })
    await insertPictures(tx, tenantId, pictures, input.language)
  })
  return programId
}

function firstStateOf(template: ProgramTemplate, pictures: TemplatePictures, input: CreateProgramInput): Uint8Array {
  const { name, language } = input
  const doc = createProgramDoc(prepareSpec(template.program, pictures), { name, language, ...blockFacts })
  const state = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return state
}

async function insertProgram(
  tx: ScopedTx,
  program: { tenantId: string; programId: string; input: CreateProgramInput },
): Promise<void> {
  const { tenantId, programId, input } = program
  const label = randomLabel()
  await tx
    .insertInto('program')
    .values({
      tenant_id: tenantId,
      id: programId,
      name: input.name,
      language: input.language,
      template_id: input.templateId,
      label,
    })
    .execute()
  await tx.insertInto('program_route').values({ program_id: programId, tenant_id: tenantId, label }).execute()
}

/** So that the template's pictures are in the library, to be used again. */
async function insertPictures(
  tx: ScopedTx,
  tenantId: string,
  pictures: TemplatePictures,
  language: CreateProgramInput['language'],
): Promise<void> {
  const rows = Object.entries(pictures).map(([file, { sha256, widthPx, heightPx, alt }]) => ({
    tenant_id: tenantId,
    id: uuidv7(),
    sha256,
    name: file,
    alt: alt[language],
    width_px: widthPx,
    height_px: heightPx,
  }))
  if (rows.length === 0) return
  await tx
    .insertInto('picture')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
