import { z } from 'zod/mini'
import * as contract from '#platform/contract/merchant.ts'
import { merchantPaths as paths } from '#platform/contract/routes.ts'
import type {
  BookingAction,
  ChangeDishInput,
  ChangeShopSettingsInput,
  CreateProgramInput,
  OrderAction,
} from '#platform/contract/merchant.ts'
import { createAuth } from './auth.ts'
import { createRequest, type Wire } from './request.ts'

export type OrderScope = 'open' | 'today' | 'all'

/** The whole merchant's side of the platform, typed and checked. Every method throws `ApiFailure`, nothing else. */
export function createApi(wire: Wire) {
  const request = createRequest(wire)
  return {
    auth: createAuth(wire),
    /** Signs in as the demo merchant of this installation. */
    demo: () => request(z.unknown(), paths.demo, { method: 'POST', body: {} }),
    me: () => request(contract.me, paths.me),
    templates: () => request(z.array(contract.templateCard), paths.templates),

    programs: (workspaceId: string) => request(z.array(contract.program), paths.programs(workspaceId)),
    createProgram: (workspaceId: string, input: CreateProgramInput) =>
      request(contract.program, paths.programs(workspaceId), { method: 'POST', body: input }),
    program: (programId: string) => request(contract.program, paths.program(programId)),
    renameProgram: (programId: string, name: string) =>
      request(contract.program, paths.program(programId), { method: 'PATCH', body: { name } }),

    releases: (programId: string) => request(z.array(contract.release), paths.releases(programId)),
    /** @param requestId - a fresh UUID for each intention to publish; the same one twice answers with the same release */
    publish: (programId: string, requestId: string) =>
      request(contract.publishResult, paths.releases(programId), { method: 'POST', body: { requestId } }),
    activateRelease: (programId: string, releaseId: string) =>
      request(contract.release, paths.activateRelease(programId, releaseId), { method: 'POST', body: {} }),

    pictures: (programId: string) => request(z.array(contract.libraryPicture), paths.pictures(programId)),
    uploadPicture(programId: string, file: File) {
      const body = new FormData()
      body.set('file', file)
      return request(contract.libraryPicture, paths.pictures(programId), { method: 'POST', body })
    },
    shopData: (programId: string) => request(contract.draftShopData, paths.shopData(programId)),

    catalogue: (programId: string) => request(contract.merchantCatalogue, paths.catalogue(programId)),
    changeDish: (programId: string, dishId: string, input: ChangeDishInput) =>
      request(contract.merchantDish, paths.dish(programId, dishId), { method: 'PATCH', body: input }),
    /** @param untilIso - null while sold out: until somebody says otherwise */
    setSoldOut: (programId: string, dishId: string, soldOut: boolean, untilIso: string | null) =>
      request(contract.merchantDish, paths.dishSoldOut(programId, dishId), {
        method: 'PUT',
        body: { soldOut, untilIso },
      }),

    orders: (programId: string, scope: OrderScope) =>
      request(z.array(contract.merchantOrder), paths.orders(programId), { query: { scope } }),
    actOnOrder: (programId: string, orderId: string, action: OrderAction, reason?: string) =>
      request(contract.merchantOrder, paths.orderAction(programId, orderId), {
        method: 'POST',
        body: reason ? { action, reason } : { action },
      }),

    /** Both dates `YYYY-MM-DD` in the shop's zone, both included. */
    bookings: (programId: string, from: string, to: string) =>
      request(z.array(contract.booking), paths.bookings(programId), { query: { from, to } }),
    actOnBooking: (programId: string, bookingId: string, action: BookingAction) =>
      request(contract.booking, paths.bookingAction(programId, bookingId), { method: 'POST', body: { action } }),

    members: (programId: string) => request(z.array(contract.member), paths.members(programId)),
    today: (programId: string) => request(contract.today, paths.today(programId)),
    settings: (programId: string) => request(contract.shopSettings, paths.settings(programId)),
    changeSettings: (programId: string, input: ChangeShopSettingsInput) =>
      request(contract.shopSettings, paths.settings(programId), { method: 'PATCH', body: input }),
  }
}
