import { z } from 'zod/mini'
import type { ReleasedProgram } from '#compiler/released-program.ts'
import * as contract from '#platform/contract/merchant.ts'
import { formSubmission, submissionPage } from '#platform/contract/forms.ts'
import { deliverySettings, type ChangeDeliveryInput } from '#platform/contract/delivery.ts'
import { stationSettings, type ChangeStationsInput, type MoveTicketInput } from '#platform/contract/kitchen.ts'
import { counterJob, jobPage, type CreateJobInput, type JobActionInput } from '#platform/contract/progress.ts'
import { counterQueue, counterTicket, type AddPartyInput, type TicketAction } from '#platform/contract/queue.ts'
import { taxSettings, type ChangeTaxInput } from '#platform/contract/taxes.ts'
import { merchantPaths as paths } from '#platform/contract/routes.ts'
import type { BookingAction } from '#model/shop/bookings.ts'
import type {
  ChangeCategoryInput,
  ChangeCouponInput,
  ChangeDishInput,
  ChangeFlashSaleInput,
  CreateCouponInput,
  CreateFlashSaleInput,
  ChangePictureInput,
  ChangeShopSettingsInput,
  CreateProgramInput,
  MoveBookingInput,
  OrderAction,
  RefundOrderInput,
  PublishInput,
} from '#platform/contract/merchant.ts'
import { salesReport, type ReportDays } from '#platform/contract/reports.ts'
import { addedWebhook, webhook, webhookDelivery, type WebhookEvent } from '#platform/contract/webhooks.ts'
import { blockFigures, visits, type VisitDays } from '#platform/contract/visits.ts'
import { savedDish } from '#platform/contract/save-dish.ts'
import type { SaveDishInput } from '#platform/contract/save-dish.ts'
import { createAuth } from './auth.ts'
import { createCommentsApi } from './comments.ts'
import { createHistoryApi } from './history.ts'
import { createPeopleApi } from './people.ts'
import { createRequest, type Wire } from './request.ts'
import { createShopChangesApi } from './shop-changes.ts'
import { createMenuFileApi } from './menu-file.ts'
import { createStockApi } from './stock.ts'
import { createUpload } from './upload-picture.ts'

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

    /** Of own workspaces and as a guest, last changed first. */
    programs: () => request(z.array(contract.program), paths.allPrograms),
    createProgram: (workspaceId: string, input: CreateProgramInput) =>
      request(contract.program, paths.programs(workspaceId), { method: 'POST', body: input }),
    program: (programId: string) => request(contract.program, paths.program(programId)),
    renameProgram: (programId: string, name: string) =>
      request(contract.program, paths.program(programId), { method: 'PATCH', body: { name } }),

    people: createPeopleApi(request),
    comments: createCommentsApi(request),
    history: createHistoryApi(request),
    shopChanges: createShopChangesApi(request),
    stock: createStockApi(request),
    menuFile: createMenuFileApi(request),

    releases: (programId: string) => request(z.array(contract.release), paths.releases(programId)),
    /** @param requestId - a fresh UUID for each intention to publish; the same one twice answers with the same release */
    publish: (programId: string, input: PublishInput) =>
      request(contract.publishResult, paths.releases(programId), { method: 'POST', body: input }),
    activateRelease: (programId: string, releaseId: string) =>
      request(contract.release, paths.activateRelease(programId, releaseId), { method: 'POST', body: {} }),
    /** The compiled program of a release; the platform wrote it, and it is for ever the same. */
    releasedProgram: (programId: string, releaseId: string) =>
      request(z.unknown(), paths.releasedProgram(programId, releaseId)) as Promise<ReleasedProgram>,
    publishing: (programId: string) => request(contract.publishing, paths.publishing(programId)),
    unpublish: (programId: string) =>
      request(contract.publishing, paths.unpublish(programId), { method: 'POST', body: {} }),
    planUnpublish: (programId: string, atIso: string) =>
      request(contract.publishing, paths.releasePlans(programId), { method: 'POST', body: { atIso } }),
    cancelPlan: (programId: string, planId: string) =>
      request(contract.publishing, paths.releasePlan(programId, planId), { method: 'DELETE', body: {} }),
    changeRollout: (programId: string, rolloutId: string, percent: number) =>
      request(contract.publishing, paths.rollout(programId, rolloutId), { method: 'PATCH', body: { percent } }),
    endRollout: (programId: string, rolloutId: string, outcome: 'promote' | 'stop') =>
      request(contract.publishing, paths.rollout(programId, rolloutId), { method: 'POST', body: { outcome } }),
    previewLinks: (programId: string) => request(z.array(contract.previewLink), paths.previewLinks(programId)),
    makePreviewLink: (programId: string, input: { readonly hours: number; readonly note: string }) =>
      request(contract.previewLink, paths.previewLinks(programId), { method: 'POST', body: input }),
    revokePreviewLink: (programId: string, linkId: string) =>
      request(z.array(contract.previewLink), paths.previewLink(programId, linkId), { method: 'DELETE', body: {} }),

    /** @param before - the `next` of the part before this one */
    pictures: (workspaceId: string, { search = '', before = '' }: { search?: string; before?: string } = {}) =>
      request(contract.libraryPart, paths.pictures(workspaceId), {
        query: { ...(search && { search }), ...(before && { before }) },
      }),
    uploadPicture: createUpload(wire),
    changePicture: (workspaceId: string, pictureId: string, input: ChangePictureInput) =>
      request(contract.libraryPicture, paths.picture(workspaceId, pictureId), { method: 'PATCH', body: input }),
    /** @param after - the `next` of the answer before this one */
    pictureUses: (workspaceId: string, pictureId: string, after?: string) =>
      request(
        contract.pictureUses,
        paths.pictureUses(workspaceId, pictureId),
        after === undefined ? {} : { query: { after } },
      ),
    shopData: (programId: string) => request(contract.draftShopData, paths.shopData(programId)),

    catalogue: (programId: string) => request(contract.merchantCatalogue, paths.catalogue(programId)),
    saveDish: (programId: string, input: SaveDishInput) =>
      request(savedDish, paths.saveDish(programId), { method: 'POST', body: input }),
    changeDish: (programId: string, dishId: string, input: ChangeDishInput) =>
      request(contract.merchantDish, paths.dish(programId, dishId), { method: 'PATCH', body: input }),
    changeCategory: (programId: string, categoryId: string, input: ChangeCategoryInput) =>
      request(contract.merchantCatalogue, paths.category(programId, categoryId), { method: 'PATCH', body: input }),
    /** @param untilIso - null while sold out: until somebody says otherwise */
    setSoldOut: (programId: string, dishId: string, soldOut: boolean, untilIso: string | null) =>
      request(contract.merchantDish, paths.dishSoldOut(programId, dishId), {
        method: 'PUT',
        body: { soldOut, untilIso },
      }),

    orders: (programId: string, scope: OrderScope) =>
      request(z.array(contract.merchantOrder), paths.orders(programId), { query: { scope } }),
    actOnOrder: (programId: string, orderId: string, action: OrderAction, reason?: string, restock = true) =>
      request(contract.merchantOrder, paths.orderAction(programId, orderId), {
        method: 'POST',
        body: { action, ...(reason && { reason }), ...(!restock && { restock }) },
      }),

    refundOrder: (programId: string, orderId: string, input: RefundOrderInput) =>
      request(contract.merchantOrder, paths.orderRefunds(programId, orderId), { method: 'POST', body: input }),

    /** Both dates `YYYY-MM-DD` in the shop's zone, both included. */
    bookings: (programId: string, from: string, to: string) =>
      request(z.array(contract.booking), paths.bookings(programId), { query: { from, to } }),
    actOnBooking: (programId: string, bookingId: string, action: BookingAction) =>
      request(contract.booking, paths.bookingAction(programId, bookingId), { method: 'POST', body: { action } }),

    /** @param date - `YYYY-MM-DD` in the shop's zone */
    bookingMoves: (programId: string, bookingId: string, date: string) =>
      request(z.array(contract.moveSlot), paths.moveBooking(programId, bookingId), { query: { date } }),
    moveBooking: (programId: string, bookingId: string, input: MoveBookingInput) =>
      request(contract.booking, paths.moveBooking(programId, bookingId), { method: 'POST', body: input }),

    members: (programId: string) => request(z.array(contract.member), paths.members(programId)),
    memberPage: (programId: string, memberId: string) =>
      request(contract.memberPage, paths.member(programId, memberId)),
    memberExport: (programId: string, memberId: string) =>
      request(contract.memberExport, paths.memberExport(programId, memberId)),
    eraseMember: (programId: string, memberId: string) =>
      request(z.unknown(), paths.member(programId, memberId), { method: 'DELETE' }),
    stampCard: (programId: string, memberId: string, input: { readonly requestId: string; readonly delta: number }) =>
      request(contract.memberPage, paths.memberStamps(programId, memberId), { method: 'POST', body: input }),
    takeInCoupon: (programId: string, memberId: string, claimId: string, requestId: string) =>
      request(contract.memberPage, paths.memberCoupon(programId, memberId, claimId), {
        method: 'POST',
        body: { requestId },
      }),
    adjustPoints: (programId: string, memberId: string, input: contract.AdjustPointsInput) =>
      request(contract.memberPage, paths.memberPoints(programId, memberId), { method: 'POST', body: input }),
    /** @param before - the `next` of the part before this one */
    submissions: (programId: string, query: { readonly status?: 'new' | 'done'; readonly before?: string }) =>
      request(submissionPage, paths.submissions(programId), { query: { ...query } }),
    markSubmission: (programId: string, submissionId: string, status: 'new' | 'done') =>
      request(formSubmission, paths.submission(programId, submissionId), {
        method: 'PATCH',
        body: { status },
      }),
    eraseSubmission: (programId: string, submissionId: string) =>
      request(z.unknown(), paths.submission(programId, submissionId), { method: 'DELETE' }),
    queue: (programId: string) => request(counterQueue, paths.queue(programId)),
    jobs: (programId: string, query: { readonly status: 'open' | 'over'; readonly search?: string }) =>
      request(jobPage, paths.jobs(programId), { query: { ...query } }),
    createJob: (programId: string, input: CreateJobInput) =>
      request(counterJob, paths.jobs(programId), { method: 'POST', body: input }),
    actOnJob: (programId: string, jobId: string, input: JobActionInput) =>
      request(counterJob, paths.jobAction(programId, jobId), { method: 'POST', body: input }),
    eraseJob: (programId: string, jobId: string) =>
      request(z.unknown(), paths.job(programId, jobId), { method: 'DELETE' }),
    switchQueue: (programId: string, isTaking: boolean) =>
      request(counterQueue, paths.queue(programId), { method: 'PUT', body: { isTaking } }),
    addParty: (programId: string, input: AddPartyInput) =>
      request(counterTicket, paths.queueTickets(programId), { method: 'POST', body: input }),
    /** @param version - what the person saw: refused with `conflict` when it is another one by now */
    stepTicket: (programId: string, ticketId: string, action: TicketAction, version: number) =>
      request(counterTicket, paths.queueTicketAction(programId, ticketId), {
        method: 'POST',
        body: { action, version },
      }),
    coupons: (programId: string) => request(z.array(contract.merchantCoupon), paths.coupons(programId)),
    createCoupon: (programId: string, input: CreateCouponInput) =>
      request(contract.merchantCoupon, paths.coupons(programId), { method: 'POST', body: input }),
    changeCoupon: (programId: string, couponId: string, input: ChangeCouponInput) =>
      request(contract.merchantCoupon, paths.coupon(programId, couponId), { method: 'PATCH', body: input }),
    flashSales: (programId: string) => request(z.array(contract.merchantFlashSale), paths.flashSales(programId)),
    createFlashSale: (programId: string, input: CreateFlashSaleInput) =>
      request(contract.merchantFlashSale, paths.flashSales(programId), { method: 'POST', body: input }),
    changeFlashSale: (programId: string, saleId: string, input: ChangeFlashSaleInput) =>
      request(contract.merchantFlashSale, paths.flashSale(programId, saleId), { method: 'PATCH', body: input }),
    today: (programId: string) => request(contract.today, paths.today(programId)),
    openPhonePreview: (programId: string) =>
      request(contract.phonePreview, paths.phonePreviews(programId), { method: 'POST', body: {} }),
    closePhonePreview: (programId: string, previewId: string) =>
      request(z.unknown(), paths.phonePreview(programId, previewId), { method: 'DELETE' }),
    posters: (programId: string) => request(contract.posterBoard, paths.posters(programId)),
    addPoster: (programId: string, name: string) =>
      request(contract.posterBoard, paths.posters(programId), { method: 'POST', body: { name } }),
    removePoster: (programId: string, code: string) =>
      request(contract.posterBoard, paths.poster(programId, code), { method: 'DELETE' }),
    webhooks: (workspaceId: string) => request(z.array(webhook), paths.webhooks(workspaceId)),
    addWebhook: (workspaceId: string, input: { url: string; events: WebhookEvent[] }) =>
      request(addedWebhook, paths.webhooks(workspaceId), { method: 'POST', body: input }),
    turnWebhook: (workspaceId: string, id: string, isOn: boolean) =>
      request(z.array(webhook), paths.webhook(workspaceId, id), { method: 'PATCH', body: { isOn } }),
    removeWebhook: (workspaceId: string, id: string) =>
      request(z.array(webhook), paths.webhook(workspaceId, id), { method: 'DELETE', body: {} }),
    webhookDeliveries: (workspaceId: string, id: string) =>
      request(z.array(webhookDelivery), paths.webhookDeliveries(workspaceId, id)),
    sendWebhookAgain: (workspaceId: string, id: string, deliveryId: string) =>
      request(z.array(webhookDelivery), paths.sendWebhookAgain(workspaceId, id, deliveryId), {
        method: 'POST',
        body: {},
      }),
    report: (programId: string, days: ReportDays) => request(salesReport, `${paths.report(programId)}?days=${days}`),
    visits: (programId: string, days: VisitDays) => request(visits, `${paths.visits(programId)}?days=${days}`),
    blockFigures: (programId: string) => request(blockFigures, paths.blockFigures(programId)),
    settings: (programId: string) => request(contract.shopSettings, paths.settings(programId)),
    delivery: (programId: string) => request(deliverySettings, paths.delivery(programId)),
    changeDelivery: (programId: string, input: ChangeDeliveryInput) =>
      request(deliverySettings, paths.delivery(programId), { method: 'PUT', body: input }),
    stations: (programId: string) => request(stationSettings, paths.stations(programId)),
    changeStations: (programId: string, input: ChangeStationsInput) =>
      request(stationSettings, paths.stations(programId), { method: 'PATCH', body: input }),
    moveTicket: (programId: string, orderId: string, ticketId: string, input: MoveTicketInput) =>
      request(contract.merchantOrder, paths.ticketMoves(programId, orderId, ticketId), { method: 'POST', body: input }),
    taxes: (programId: string) => request(taxSettings, paths.taxes(programId)),
    changeTaxes: (programId: string, input: ChangeTaxInput) =>
      request(taxSettings, paths.taxes(programId), { method: 'PATCH', body: input }),
    changeSettings: (programId: string, input: ChangeShopSettingsInput) =>
      request(contract.shopSettings, paths.settings(programId), { method: 'PATCH', body: input }),
  }
}
