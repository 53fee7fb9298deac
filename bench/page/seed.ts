/** Two shops with a menu of sixty dishes each, published in a started product. */
import pg from 'pg'
import type { ProductServer } from '../../e2e/server.ts'

export const dishesOnMenu = 60

export interface Shop {
  /** Address of the page with the menu. */
  readonly menuUrl: string
  readonly origin: string
}

/** @param databaseUrl - of the product: no dish can be made over its API yet */
export async function publishShop(server: ProductServer, databaseUrl: string, name: string): Promise<Shop> {
  const headers = { origin: server.url, 'content-type': 'application/json' }
  const signedIn = await fetch(`${server.url}/api/demo`, { method: 'POST', headers })
  const cookie = signedIn.headers.getSetCookie().map((line) => line.split(';')[0]!)[0]!
  const call = async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> => {
    const answer = await fetch(server.url + path, {
      method,
      headers: { ...headers, cookie },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`)
    return (await answer.json()) as Answer
  }
  const me = await call<{ workspaces: { id: string }[] }>('GET', '/api/me')
  const program = { templateId: 'noodle-shop', name, language: 'en' }
  const { id } = await call<{ id: string }>('POST', `/api/workspaces/${me.workspaces[0]!.id}/programs`, program)
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, opens: '00:00', closes: '00:00' }))
  await call('PATCH', `/api/programs/${id}/settings`, { hours: { weekly, exceptions: [] } })
  await growMenu(databaseUrl, id)
  const requestId = crypto.randomUUID()
  const { url } = await call<{ url: string }>('POST', `/api/programs/${id}/releases`, { requestId })
  return { menuUrl: new URL('/menu', url).href, origin: new URL(url).origin }
}

/** Copies dishes of the template, each with its picture, price and place, until there are sixty. */
async function growMenu(databaseUrl: string, programId: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ tenant_id: string }>(
      'SELECT tenant_id FROM program_route WHERE program_id = $1',
      [programId],
    )
    await client.query("SELECT set_config('app.tenant', $1, false)", [rows[0]!.tenant_id])
    await client.query(
      `WITH source AS (
         SELECT d.*, row_number() OVER (ORDER BY turn, d.sort, d.id) AS place, turn, gen_random_uuid() AS copy_id
         FROM dish d CROSS JOIN generate_series(2, 9) AS turn
         WHERE d.program_id = $1 AND NOT EXISTS (SELECT FROM dish_modifier_group g WHERE g.dish_id = d.id)
       ), made AS (
         INSERT INTO dish (tenant_id, program_id, id, category_id, name, description, picture, tags, sort)
         SELECT tenant_id, program_id, copy_id, category_id,
           jsonb_build_object('en', name->>'en' || ' no. ' || turn, 'zh-CN', name->>'zh-CN' || turn),
           description, picture, tags, sort + 100 * turn
         FROM source WHERE place <= $2 - (SELECT count(*) FROM dish WHERE program_id = $1)
       )
       INSERT INTO dish_variant (tenant_id, program_id, id, dish_id, name, price_minor, sort)
       SELECT v.tenant_id, v.program_id, gen_random_uuid(), s.copy_id, v.name, v.price_minor, v.sort
       FROM source s JOIN dish_variant v ON v.dish_id = s.id
       WHERE s.place <= $2 - (SELECT count(*) FROM dish WHERE program_id = $1)`,
      [programId, dishesOnMenu],
    )
    const counted = await client.query<{ count: string }>('SELECT count(*) FROM dish WHERE program_id = $1', [
      programId,
    ])
    if (Number(counted.rows[0]!.count) !== dishesOnMenu)
      throw new Error(`The menu has ${counted.rows[0]!.count} dishes instead of ${dishesOnMenu}`)
  } finally {
    await client.end()
  }
}
