import { AliasNode, ColumnNode, ReferenceNode, TableNode } from 'kysely'
import type { KyselyPlugin, OperationNode, RootOperationNode } from 'kysely'
import { guardedTables, isTold } from './audited-tables.ts'

/**
 * Refuses to write what has a history past `recordChanges`: nobody has to remember that it has one. Reading, and columns
 * that are never told (how often a coupon was claimed), are free.
 */
export const guardHistory: KyselyPlugin = {
  transformQuery({ node }) {
    const table = forgottenTable(node)
    if (table)
      throw new Error(
        `"${table}" has a history: write it in changeForMerchant, changeShop or changePeople (platform/changes)`,
      )
    return node
  },
  transformResult: async ({ result }) => result,
}

function forgottenTable(node: RootOperationNode): string | undefined {
  if (node.kind === 'RawNode') {
    const [, raw = ''] = writing.exec(node.sqlFragments.join('?')) ?? []
    return guardedTables.has(raw.toLowerCase()) ? raw : undefined
  }
  if (node.kind === 'UpdateQueryNode') {
    const table = guardedTables.get(tableIn(node.table))
    const columns = (node.updates ?? []).map(({ column }) => columnIn(column))
    return table && columns.some((column) => isTold(table, column)) ? table.table : undefined
  }
  if (node.kind === 'InsertQueryNode') return guardedTables.get(tableIn(node.into))?.table
  if (node.kind === 'DeleteQueryNode')
    return node.from.froms.map((from) => guardedTables.get(tableIn(from))?.table).find((table) => table !== undefined)
  return undefined
}

const writing = /\b(?:update|insert\s+into|delete\s+from)\s+(?:only\s+)?"?([a-z_]+)/i

function tableIn(node: OperationNode | undefined): string {
  if (!node) return ''
  if (AliasNode.is(node)) return tableIn(node.node)
  return TableNode.is(node) ? node.table.identifier.name : ''
}

function columnIn(node: OperationNode): string {
  if (ReferenceNode.is(node)) return columnIn(node.column)
  return ColumnNode.is(node) ? node.column.name : ''
}
