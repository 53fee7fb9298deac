/** Puts names to what was counted: pages and blocks as the releases have them, tables and posters as the shop has them. */
import { findDefinition } from '#components/definitions.ts'
import type { CompiledNode, CompiledProgram } from '#model/compiled-program.ts'
import type { Visits } from '../contract/visits.ts'
import type { CountKind } from '../db/statistics-tables.ts'
import type { ShopTx } from '../shop/scope.ts'
import {
  daysOf,
  lastDays,
  loadOrderOrigins,
  loadOrdersByDay,
  loadSinceDay,
  loadTotals,
  minusDays,
  spanBefore,
  sumsBy,
} from './load-visits.ts'
import type { Span } from './load-visits.ts'

/** A single day says little without the days before it. */
const leastDaysShown = 7
const mostRows = 50

export interface KnownRelease {
  readonly id: string
  readonly version: number
  readonly publishedAt: Date
  readonly programSha256: string
}

/** Sums of the span with the ids they are of, and the releases that can name them, newest first. */
export interface RawVisits extends Omit<Visits, 'pages' | 'blocks'> {
  readonly pages: readonly { readonly pageId: string; readonly views: number; readonly visits: number }[]
  readonly blocks: readonly {
    readonly nodeId: string
    readonly pageId: string
    readonly seen: number
    readonly tapped: number
  }[]
  readonly known: readonly KnownRelease[]
}

export async function loadRawVisits(at: ShopTx, days: number): Promise<RawVisits> {
  const span = await lastDays(at, days)
  const known = await loadReleases(at)
  return {
    ...span,
    sinceDay: await loadSinceDay(at),
    series: await loadSeries(at, {
      ...span,
      fromDay: days < leastDaysShown ? minusDays(span.toDay, leastDaysShown - 1) : span.fromDay,
    }),
    totals: await loadTotals(at, span),
    before: await loadTotals(at, spanBefore(span, days)),
    devices: await loadDevices(at, span),
    pages: await loadPages(at, span),
    blocks: await loadBlocks(at, span),
    ...(await loadOrigins(at, span, known)),
    known,
  }
}

/** @param programs - releases' programs, the one that is to name things first */
export function presentVisits(raw: Omit<RawVisits, 'known'>, programs: readonly CompiledProgram[]): Visits {
  const findPage = (id: string) => programs.flatMap(({ pages }) => pages).find((page) => page.id === id)
  return {
    ...raw,
    pages: raw.pages.map((page) => ({ ...page, title: findPage(page.pageId)?.title ?? null })),
    blocks: raw.blocks.map(({ nodeId, pageId, seen, tapped }) => {
      const page = programs.flatMap(({ pages }) => pages).find(({ nodes }) => Object.hasOwn(nodes, nodeId))
      const node = page?.nodes[nodeId]
      return {
        nodeId,
        label: (node && findDefinition(node.type)?.label) ?? null,
        text: node ? textOf(node) : '',
        pageTitle: (page ?? findPage(pageId))?.title ?? null,
        seen,
        tapped,
      }
    }),
  }
}

async function loadReleases({ tx, programId }: ShopTx): Promise<KnownRelease[]> {
  return tx
    .selectFrom('release')
    .select(['id', 'seq as version', 'published_at as publishedAt', 'program_sha256 as programSha256'])
    .where('program_id', '=', programId)
    .orderBy('seq', 'desc')
    .limit(500)
    .execute()
}

async function loadSeries(at: ShopTx, span: Span): Promise<Visits['series']> {
  const sums = await sumsBy(at, span, ['visit', 'view'], ['day', 'kind'])
  const orders = await loadOrdersByDay(at, span)
  const of = (day: string, kind: CountKind) => sums.find((sum) => sum.day === day && sum.kind === kind)?.sum ?? 0
  return daysOf(span).map((day) => ({
    day,
    visits: of(day, 'visit'),
    views: of(day, 'view'),
    orders: orders.find((sum) => sum.day === day)?.orders ?? 0,
  }))
}

async function loadDevices(at: ShopTx, span: Span): Promise<Visits['devices']> {
  const sums = await sumsBy(at, span, ['phone', 'tablet', 'computer'], ['kind'])
  const of = (kind: CountKind) => sums.find((sum) => sum.kind === kind)?.sum ?? 0
  return { phone: of('phone'), tablet: of('tablet'), computer: of('computer') }
}

async function loadPages(at: ShopTx, span: Span): Promise<RawVisits['pages']> {
  const pages = new Map<string, { pageId: string; views: number; visits: number }>()
  for (const { page_id: pageId, kind, sum } of await sumsBy(at, span, ['view', 'visit'], ['page_id', 'kind'])) {
    const page = pages.get(pageId) ?? { pageId, views: 0, visits: 0 }
    pages.set(pageId, { ...page, [kind === 'view' ? 'views' : 'visits']: sum })
  }
  return [...pages.values()].toSorted((a, b) => b.views - a.views).slice(0, mostRows)
}

async function loadBlocks(at: ShopTx, span: Span): Promise<RawVisits['blocks']> {
  const blocks = new Map<string, { nodeId: string; pageId: string; seen: number; tapped: number }>()
  for (const row of await sumsBy(at, span, ['seen', 'tapped'], ['node_id', 'page_id', 'kind'])) {
    const { node_id: nodeId, page_id: pageId, kind, sum } = row
    const block = blocks.get(nodeId) ?? { nodeId, pageId, seen: 0, tapped: 0 }
    blocks.set(nodeId, { ...block, [kind]: block[kind as 'seen' | 'tapped'] + sum })
  }
  return [...blocks.values()]
    .filter(({ tapped }) => tapped > 0)
    .toSorted((a, b) => b.tapped - a.tapped)
    .slice(0, mostRows)
}

async function loadOrigins(
  at: ShopTx,
  span: Span,
  known: readonly KnownRelease[],
): Promise<Pick<Visits, 'releases' | 'vias'>> {
  const sums = await sumsBy(at, span, ['visit', 'cart'], ['kind', 'release_id', 'via'])
  const orders = await loadOrderOrigins(at, span)
  const figures = (isOf: (sum: { release_id: string; via: string }) => boolean) => (kind: CountKind) =>
    total(sums.filter((sum) => sum.kind === kind && isOf(sum)).map(({ sum }) => sum))
  const releases = known.map(({ id, version, publishedAt }) => {
    const of = figures((sum) => sum.release_id === id)
    const own = orders.filter(({ releaseId }) => releaseId === id)
    return {
      version,
      publishedAtIso: publishedAt.toISOString(),
      visits: of('visit'),
      carts: of('cart'),
      orders: total(own.map((row) => row.orders)),
    }
  })
  const viaOf = ({ tableId, via }: { tableId: string | null; via: string | null }) =>
    via ?? (tableId === null ? '' : `table:${tableId}`)
  const names = await loadViaNames(at)
  const all = new Set([...sums.map(({ via }) => via), ...orders.map((row) => viaOf(row))])
  const vias = [...all]
    .filter((via) => via !== '')
    .map((via) => {
      const of = figures((sum) => sum.via === via)
      return {
        via,
        kind: via.startsWith('table:') ? ('table' as const) : ('poster' as const),
        name: names.get(via) ?? null,
        visits: of('visit'),
        carts: of('cart'),
        orders: total(orders.filter((row) => viaOf(row) === via).map((row) => row.orders)),
      }
    })
  return {
    releases: releases.filter(({ visits, orders: placed }) => visits + placed > 0).slice(0, mostRows),
    vias: vias.toSorted((a, b) => b.visits - a.visits || b.orders - a.orders).slice(0, mostRows),
  }
}

async function loadViaNames({ tx, programId }: ShopTx): Promise<ReadonlyMap<string, string>> {
  const tables = await tx
    .selectFrom('resource')
    .select(['id', 'label'])
    .where('program_id', '=', programId)
    .where('kind', '=', 'table')
    .execute()
  const posters = await tx.selectFrom('poster').select(['code', 'name']).where('program_id', '=', programId).execute()
  return new Map([
    ...tables.map(({ id, label }): [string, string] => [`table:${id}`, label]),
    ...posters.map(({ code, name }): [string, string] => [code, name]),
  ])
}

/** What a block says, to tell it from others of its kind. */
function textOf({ props }: CompiledNode): string {
  const { text, title, label, heading, name } = props
  const said = [text, title, label, heading, name].find((value) => typeof value === 'string' && value.trim() !== '')
  return typeof said === 'string' ? said.trim().slice(0, 60) : ''
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0)
}
