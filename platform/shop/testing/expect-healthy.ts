import pg from 'pg'
import { expect } from 'vitest'
import { checkShops } from '../doctor.ts'
import type { ShopFixture } from './shop-fixture.ts'

/** What every test file ends with: whatever happened, the data is sound. */
export async function expectHealthy({ database }: Pick<ShopFixture, 'database'>): Promise<void> {
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  try {
    expect(await checkShops(owner)).toEqual([])
  } finally {
    await owner.end()
  }
}
