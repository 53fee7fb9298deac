/** Published shops of one merchant that are always open, and the counter of each. */
import { randomUUID } from 'node:crypto'
import { me, program, publishResult } from '#platform/contract/merchant.ts'
import type { MerchantOrder } from '#platform/contract/merchant.ts'
import { merchantPaths } from '#platform/contract/routes.ts'
import type { Asker } from './ask.ts'
import type { Kind } from './timings.ts'

export interface Shop {
  readonly host: string
  readonly counter: Counter
}

export interface Counter {
  /** Hears of every event of its shop, as an open console does. */
  listen(): void
  /** What the screen of the counter asks when it comes back to the front. */
  look(): Promise<void>
  /** An order is taken and handed out. */
  serve(orderId: string): Promise<void>
}

const everyDay = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, opens: '00:00', closes: '00:00' }))
const counterAddress = '10.255.0.1'

export async function openShops(asker: Asker, host: string, count: number): Promise<readonly Shop[]> {
  let cookie = ''
  const call = async (kind: Kind, method: 'GET' | 'POST' | 'PATCH', path: string, body?: object): Promise<unknown> => {
    const headers = { cookie, origin: `http://${host}` }
    const answer = await asker.ask({ kind, method, path, host, address: counterAddress, headers, body })
    for (const line of answer.cookies) cookie = line.split(';')[0] ?? ''
    return answer.body
  }
  const { workspaces } = me.parse(await call('prepare', 'POST', merchantPaths.demo, {}))
  const shops: Shop[] = []
  for (let index = 1; index <= count; index++) {
    const made = await call('prepare', 'POST', merchantPaths.programs(workspaces[0]?.id ?? ''), {
      templateId: 'noodle-shop',
      name: `Lucky Noodles ${index}`,
      language: index % 2 === 0 ? 'zh-CN' : 'en',
    })
    const { id } = program.parse(made)
    const hours = { weekly: everyDay, exceptions: [] }
    await call('prepare', 'PATCH', merchantPaths.settings(id), { hours })
    const released = await call('prepare', 'POST', merchantPaths.releases(id), { requestId: randomUUID() })
    const act = (orderId: string, action: string) =>
      call('move', 'POST', merchantPaths.orderAction(id, orderId), { action }) as Promise<MerchantOrder>
    shops.push({
      host: new URL(publishResult.parse(released).url).host,
      counter: {
        listen: () =>
          asker.listen({ path: merchantPaths.events(id), host, address: counterAddress, headers: { cookie } }),
        async look() {
          await call('today', 'GET', merchantPaths.today(id))
          await call('board', 'GET', `${merchantPaths.orders(id)}?scope=open`)
        },
        async serve(orderId) {
          await act(orderId, 'accept')
          await act(orderId, 'complete')
        },
      },
    })
  }
  return shops
}
