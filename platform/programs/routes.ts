import { z } from 'zod/mini'
import { openProgram, setName } from '#model/index.ts'
import type { ProgramTemplate } from '#templates/template.ts'
import { memberOfProgram, memberOfWorkspace, signedIn } from '../accounts/access.ts'
import { createProgramInput, program, renameProgramInput, templateCard } from '../contract/merchant.ts'
import type { TemplateCard } from '../contract/merchant.ts'
import { merchantPaths } from '../contract/routes.ts'
import { withTenant } from '../db/database.ts'
import { created, defineRoute } from '../http/define-route.ts'
import type { Route } from '../http/define-route.ts'
import { notFound } from '../http/failure.ts'
import { loadProgramsFor } from '../people/load-all-programs.ts'
import type { Services } from '../services.ts'
import { changeForMerchant } from '../shop/run-for-merchant.ts'
import { renameShop } from '../shop/settings.ts'
import { createProgram } from './create-program.ts'
import { loadPrograms } from './present-program.ts'

const listTemplates = defineRoute({
  method: 'GET',
  path: merchantPaths.templates,
  summary: 'The templates that a program can be made from',
  answer: z.array(templateCard),
  access: signedIn,
  handle: (_call, services) => Promise.all(services.templates.map((template) => presentTemplate(template, services))),
})

const listPrograms = defineRoute({
  method: 'GET',
  path: merchantPaths.programs(':workspaceId'),
  summary: 'The programs of a workspace, last changed first',
  answer: z.array(program),
  access: memberOfWorkspace('read'),
  handle: ({ subject }, services) => loadProgramsFor(services, subject),
})

const createOne = defineRoute({
  method: 'POST',
  path: merchantPaths.programs(':workspaceId'),
  summary: 'Makes a program from a template, with its document and its shop',
  input: createProgramInput,
  answer: program,
  access: memberOfWorkspace('manage'),
  async handle({ input, subject }, services) {
    const programId = await createProgram(services, subject, input)
    return created(await loadProgram(services, { ...subject, programId }))
  },
})

const getOne = defineRoute({
  method: 'GET',
  path: merchantPaths.program(':programId'),
  summary: 'One program',
  answer: program,
  access: memberOfProgram('read'),
  handle: ({ subject }, services) => loadProgram(services, subject),
})

const rename = defineRoute({
  method: 'PATCH',
  path: merchantPaths.program(':programId'),
  summary: 'Renames a program: here, in its document, and the shop that customers see',
  input: renameProgramInput,
  answer: program,
  access: memberOfProgram('manage'),
  async handle({ input, subject }, services) {
    await services.documents.edit(subject.programId, subject.person.id, (doc) => {
      const open = openProgram(doc)
      setName(open, input.name)
      open.destroy()
    })
    await changeForMerchant(services, subject, 'shop', async (at) => {
      await renameShop(at, input.name)
      await at.tx
        .updateTable('program')
        .set({ name: input.name, updated_at: new Date() })
        .where('tenant_id', '=', subject.tenantId)
        .where('id', '=', subject.programId)
        .execute()
    })
    return loadProgram(services, subject)
  },
})

export const programRoutes: readonly Route[] = [listTemplates, listPrograms, createOne, getOne, rename]

async function loadProgram(
  { db, config }: Services,
  of: Parameters<typeof loadPrograms>[2] & { programId: string },
): Promise<z.infer<typeof program>> {
  const [found] = await withTenant(db, of.tenantId, (tx) => loadPrograms(tx, config, of))
  if (!found) throw notFound('program')
  return found
}

async function presentTemplate(template: ProgramTemplate, { templatePictures }: Services): Promise<TemplateCard> {
  const pictures = await templatePictures(template)
  return {
    id: template.id,
    name: template.name,
    description: template.description,
    pictureUrl: pictures[template.picture]?.url ?? '',
    pages: template.program.pages.length,
    dishes: template.shop.dishes.length,
  }
}
