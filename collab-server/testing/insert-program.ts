import { randomBytes, randomUUID } from 'node:crypto'
import type pg from 'pg'

/** A workspace with a program that has no document yet. */
export async function insertProgram(owner: pg.Client): Promise<{ docId: string; tenantId: string }> {
  const [docId, tenantId, label] = [randomUUID(), randomUUID(), randomLabel()]
  await owner.query("INSERT INTO workspace (id, name) VALUES ($1, 'Test')", [tenantId])
  await owner.query(
    "INSERT INTO program (tenant_id, id, name, language, template_id, label) VALUES ($1, $2, 'Test', 'en', 'none', $3)",
    [tenantId, docId, label],
  )
  await owner.query('INSERT INTO program_route (program_id, tenant_id, label) VALUES ($1, $2, $3)', [
    docId,
    tenantId,
    label,
  ])
  return { docId, tenantId }
}

function randomLabel(): string {
  return [...randomBytes(26)].map((byte) => 'abcdefghijklmnopqrstuvwxyz234567'.charAt(byte % 32)).join('')
}
