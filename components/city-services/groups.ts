import { finderOf } from '../kit/finder.ts'
import type { CityServicesProps } from './definition.ts'

export type Entry = CityServicesProps['entries'][number]

export interface ServiceGroup {
  /** Empty for services above the first heading. */
  readonly name: string
  readonly services: readonly Entry[]
}

/**
 * The services under their headings, in their order, without empty groups. With a query, only those whose own words, number
 * or heading have every word of it.
 */
export function groupsOf(entries: readonly Entry[], query: string): readonly ServiceGroup[] {
  const isFound = finderOf(query)
  const groups: { name: string; services: Entry[] }[] = []
  for (const entry of entries) {
    if (entry.kind === 'group') {
      groups.push({ name: entry.name, services: [] })
      continue
    }
    if (groups.length === 0) groups.push({ name: '', services: [] })
    const group = groups.at(-1)!
    // A number is found however it is written.
    const digits = entry.phone.replaceAll(/\D/g, '')
    if (isFound(`${entry.name} ${entry.note} ${entry.phone} ${digits} ${group.name}`)) group.services.push(entry)
  }
  return groups.filter(({ services }) => services.length > 0)
}
