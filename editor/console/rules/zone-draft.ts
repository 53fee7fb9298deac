import type { ChangeDeliveryInput, MerchantZone } from '#platform/contract/delivery.ts'
import { parsePrice, priceInputText } from './money.ts'

/** A zone as it stands in the form: what is typed is kept as it was typed. */
export interface ZoneDraft {
  readonly id?: string
  readonly name: string
  readonly areas: string
  readonly fee: string
  readonly minimum: string
  /** Empty: never for free. */
  readonly freeFrom: string
  readonly rideMinutes: number
}

export const emptyZone: ZoneDraft = { name: '', areas: '', fee: '', minimum: '', freeFrom: '', rideMinutes: 30 }

export function draftOf(zone: MerchantZone, currency: string): ZoneDraft {
  return {
    id: zone.id,
    name: zone.name,
    areas: zone.areas.join(', '),
    fee: priceInputText(zone.feeMinor, currency),
    minimum: zone.minSpendMinor === 0 ? '' : priceInputText(zone.minSpendMinor, currency),
    freeFrom: zone.freeFromMinor === null ? '' : priceInputText(zone.freeFromMinor, currency),
    rideMinutes: zone.rideMinutes,
  }
}

/** Undefined when one of them lacks something, or has an amount that is none. */
export function readZones(drafts: readonly ZoneDraft[], currency: string): ChangeDeliveryInput['zones'] | undefined {
  const zones = drafts.map((draft) => readZone(draft, currency))
  return zones.every((zone) => zone !== undefined) ? zones : undefined
}

function readZone(draft: ZoneDraft, currency: string): ChangeDeliveryInput['zones'][number] | undefined {
  const name = draft.name.trim()
  const areas = [...new Set(draft.areas.split(/[,，、;；\n]/).map((each) => each.trim()))].filter(Boolean)
  const feeMinor = amountOf(draft.fee, currency)
  const minSpendMinor = amountOf(draft.minimum, currency)
  const freeFromMinor = amountOf(draft.freeFrom, currency)
  const isWhole = name !== '' && areas.length > 0 && areas.every((area) => area.length <= 60)
  if (!isWhole || feeMinor === undefined || minSpendMinor === undefined || freeFromMinor === undefined) return undefined
  return {
    ...(draft.id !== undefined && { id: draft.id }),
    name,
    areas,
    feeMinor: feeMinor ?? 0,
    minSpendMinor: minSpendMinor ?? 0,
    freeFromMinor: freeFromMinor === 0 ? null : freeFromMinor,
    rideMinutes: draft.rideMinutes,
  }
}

/** Null for nothing typed, undefined for what is no amount. */
function amountOf(text: string, currency: string): number | null | undefined {
  const parsed = parsePrice(text, currency)
  if (parsed.ok) return parsed.value
  return parsed.reason === 'empty' ? null : undefined
}
