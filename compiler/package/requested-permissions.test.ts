import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { definitions } from '#components/definitions.ts'
import { shopProgram } from '../testing/shop-program.ts'
import { requestedPermissions } from './requested-permissions.ts'

const components = join(import.meta.dirname, '../../components')

/** What a block does when it calls this of its host. */
const byCall: { readonly [call: string]: string } = {
  placeOrder: 'shop.order',
  payOrder: 'shop.pay',
  payDirect: 'shop.pay',
  payDeposit: 'shop.pay',
  pay: 'shop.pay',
  holdSlot: 'shop.book',
  confirmBooking: 'shop.book',
  cancelBooking: 'shop.book',
  moveBooking: 'shop.book',
  join: 'shop.member',
  redeemReward: 'shop.member',
  checkIn: 'shop.member',
  claimCoupon: 'shop.coupon',
  submitForm: 'shop.form',
  findJob: 'shop.progress',
  takeTicket: 'shop.queue',
  leaveQueue: 'shop.queue',
}

/** The code of a block, without its tests and stories, and what it shares with others of its kind. */
function codeOf(type: string): string {
  const folder = join(components, type)
  const own = readdirSync(folder).filter((name) => /^[\w-]+\.tsx?$/.test(name))
  const seen = new Map<string, string>()
  const read = (file: string) => {
    if (seen.has(file)) return
    const code = readFileSync(file, 'utf8')
    seen.set(file, code)
    for (const [, path = ''] of code.matchAll(/(?:from|import\() ?'(\.[^']+\.tsx?)'/g)) {
      const next = join(dirname(file), path)
      if (!/components\/(kit|primitives|situations|testing)\//.test(next) && next.startsWith(components)) read(next)
    }
  }
  for (const name of own) read(join(folder, name))
  return [...seen.values()].join('\n')
}

test.for(Object.values(definitions))('$type asks for what its code does, and for nothing else', (definition) => {
  const { type, login, visitorData } = definition
  const code = codeOf(type)
  const calls = Object.keys(byCall).filter((call) => new RegExp(`\\b(host|shop)\\.${call}\\b`).test(code))
  const keeps = visitorData.length > 0 || calls.length > 0 || /\bhost\.storage\b/.test(code)
  const expected = new Set([
    ...calls.map((call) => byCall[call]),
    ...(login ? ['shop.customer'] : []),
    ...(keeps ? ['storage'] : []),
  ])
  const asked = requestedPermissions(shopProgram({ '': [{ type }] }))
  expect(asked.map(({ name }) => name)).toEqual([...expected].toSorted())
  expect(asked.every(({ reason }) => reason.length > 0)).toBe(true)
})
