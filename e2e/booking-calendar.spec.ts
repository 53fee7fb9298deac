/** The counter's calendar: a booking is dragged to another time and table, and carried on by the keyboard. */
import { openAllDay } from './merchant.ts'
import { expect, test } from './studio-test.ts'

test('a booking is dragged over the day, carried with the keyboard, and seen in the week', async ({
  studio,
  product,
}) => {
  const programId = new URL(studio.url()).pathname.split('/')[2]!
  await openAllDay(studio, product.url, programId)
  const release = await studio.request.post(`${product.url}/api/programs/${programId}/releases`, {
    data: { requestId: crypto.randomUUID() },
    headers: { origin: product.url },
  })
  const { url: liveUrl } = (await release.json()) as { readonly url: string }

  // The customer's side, asked on the program's own origin.
  const visitor = await studio.context().newPage()
  await visitor.goto(liveUrl)
  const shop = async <Body>(path: string, data?: object, token = ''): Promise<Body> => {
    const asked = { path, body: data && JSON.stringify(data), token, key: crypto.randomUUID() }
    const answer = await visitor.evaluate(async ({ path, body, token, key }) => {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'idempotency-key': key }
      const reply = await fetch(path, body ? { method: 'POST', headers, body } : { headers })
      return (await reply.json()) as unknown
    }, asked)
    return answer as Body
  }
  const { token } = await shop<{ token: string }>('/_shop/session', { visitorKey: null })
  const { services } = await shop<{ services: { id: string; kind: string }[] }>('/_shop/data')
  const serviceId = services.find(({ kind }) => kind === 'table')!.id
  const tomorrow = new Date(Date.now() + 8 * 3_600_000 + 86_400_000).toISOString().slice(0, 10)
  const slots = await shop<{ startsAtIso: string; localTime: string }[]>(
    `/_shop/slots?serviceId=${serviceId}&date=${tomorrow}&partySize=2`,
    undefined,
    token,
  )
  const { startsAtIso } = slots.find(({ localTime }) => localTime === '18:00')!
  const { bookingId } = await shop<{ bookingId: string }>(
    '/_shop/holds',
    { serviceId, startsAtIso, partySize: 2 },
    token,
  )
  const person = { name: 'Bo', phone: '13800138000', note: 'Window, please', consent: true }
  await shop('/_shop/bookings', { bookingId, ...person }, token)
  await visitor.close()

  await studio.goto(`${product.url}/p/${programId}/console/bookings`)
  await studio.getByRole('button', { name: 'The day after' }).click()
  await studio.getByRole('radio', { name: 'Day', exact: true }).click()
  const calendar = studio.getByRole('region', { name: 'Day' })
  const booking = calendar.getByRole('button', { name: /\bBo\b/ })
  await expect(booking).toContainText('18:00')

  // Two hours down, and to the next table.
  await booking.scrollIntoViewIfNeeded()
  const from = (await booking.boundingBox())!
  const hourPx = 64
  await studio.mouse.move(from.x + 20, from.y + 10)
  await studio.mouse.down()
  await studio.mouse.move(from.x + 20, from.y + 40)
  await studio.mouse.move(from.x + from.width + 30, from.y + 10 + 2 * hourPx)
  await expect(calendar.locator('.timeline__ghost')).toContainText('20:00')
  await studio.mouse.up()
  await expect(booking).toContainText('20:00')
  await expect(calendar.locator('.timeline__ghost')).toHaveCount(0)

  await booking.focus()
  await studio.keyboard.press('Alt+ArrowUp')
  for (let step = 0; step < 3; step++) await studio.keyboard.press('ArrowUp')
  await expect(calendar.locator('.timeline__ghost')).toContainText('19:00')
  await studio.keyboard.press('Enter')
  await expect(booking).toContainText('19:00')

  await studio.getByRole('radio', { name: 'Week', exact: true }).click()
  const week = studio.getByRole('region', { name: 'Week' })
  await expect(week.getByRole('list')).toHaveCount(7)
  await week.getByRole('button', { name: /\bBo\b/ }).click()
  await expect(studio.getByRole('dialog', { name: 'Bo', exact: true })).toContainText('19:00')
})
