import type { Hono } from 'hono'
import { receiptQuery } from '#platform/contract/receipts.ts'
import { visitorPaths } from '#platform/contract/routes.ts'
import { inShop } from '#platform/shop/scope.ts'
import type { ShopDb } from '#platform/shop/scope.ts'
import { parse } from '#platform/shop/visitor-call.ts'
import type { VisitorEnv, VisitorGate } from '#platform/shop/visitor-call.ts'
import { findReceipt } from './load-receipt.ts'
import { noReceiptPage, receiptPage } from './receipt-page.ts'

/** The page of a receipt, on the program's origin; its address is all that is needed to read it. */
export function mountReceipts(app: Hono<VisitorEnv>, shops: ShopDb, gate: VisitorGate): void {
  app.get(visitorPaths.receipt(':key'), async (c) => {
    const { program, clientAddress } = c.env
    gate.limit('read', `receipt:${clientAddress}`)
    const { paper, lang } = parse(receiptQuery, c.req.query())
    const language = lang ?? program.language
    const receipt = await inShop(shops, program, (at) => findReceipt(at, c.req.param('key') ?? ''))
    return receipt ? receiptPage(receipt, { language, paper, path: c.req.path }) : noReceiptPage(language)
  })
}
