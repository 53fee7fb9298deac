import { z } from 'zod/mini'
import { importedMenu, menuFilePlan } from '#platform/contract/menu-file.ts'
import type { ImportMenuInput, MenuFileInput } from '#platform/contract/menu-file.ts'
import { merchantPaths as paths } from '#platform/contract/routes.ts'
import { shopChange } from '#platform/contract/shop-changes.ts'
import type { Request } from './request.ts'

/** The menu from a file. */
export function createMenuFileApi(request: Request) {
  return {
    preview: (programId: string, input: MenuFileInput) =>
      request(menuFilePlan, paths.menuImportPreview(programId), { method: 'POST', body: input }),
    /** @param input - the same `requestId` twice imports once */
    bring: (programId: string, input: ImportMenuInput) =>
      request(importedMenu, paths.menuImport(programId), { method: 'POST', body: input }),
    /** All that one act changed. */
    takeBack: (programId: string, actId: string) =>
      request(z.array(shopChange), paths.takeBackAct(programId, actId), { method: 'POST', body: {} }),
  }
}
