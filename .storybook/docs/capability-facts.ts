import { capabilityTable } from '#components/kit/capabilities.ts'

/** One row for each capability. */
export function capabilityRows(): readonly (readonly string[])[] {
  return Object.entries(capabilityTable).map(([name, entry]) => [
    name,
    entry.reason.en,
    'host' in entry ? entry.host.join(', ') : '',
    'shop' in entry ? entry.shop.join(', ') : '',
  ])
}
