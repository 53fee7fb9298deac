/**
 * What a template is: a program's pages as data, plus the rows of the shop behind it. Blocks name dishes and services
 * by nothing but their kind, so a template works for any shop made from it.
 */
import type { LocalText, ProgramSpec } from '#model/program-spec.ts'
import type { DepositRule, ServiceGap, ServiceKind, TimetableEntry } from '#model/shop/bookings.ts'

export interface ProgramTemplate {
  readonly id: string
  readonly name: LocalText
  readonly description: LocalText
  /** File name of the gallery picture in the template's picture folder. */
  readonly picture: string
  readonly program: ProgramSpec
  readonly shop: ShopSeed
  /**
   * Picture files of the template, name → what it shows. A property `{ $picture: '<file>' }` in the program, and
   * `picture` of a dish, name one of them; whoever creates the program stores the file and puts its address there.
   */
  readonly pictures: { readonly [file: string]: PictureSeed }
}

export interface PictureSeed {
  readonly alt: LocalText
  readonly widthPx: number
  readonly heightPx: number
}

/** Keys are local to the seed; whoever seeds makes real ids. Prices in minor units of `currency`. */
export interface ShopSeed {
  readonly currency: string
  readonly timeZone: string
  readonly phone: string
  readonly address: LocalText
  readonly latitude: number | null
  readonly longitude: number | null
  readonly hours: readonly { readonly day: number; readonly opens: string; readonly closes: string }[]
  readonly tables: readonly {
    readonly label: string
    readonly seats: number
    /** Stands beside the next one and can be pushed together with it. */
    readonly joinsNext?: boolean
  }[]
  readonly categories: readonly { readonly key: string; readonly name: LocalText }[]
  readonly modifierGroups: readonly ModifierGroupSeed[]
  readonly dishes: readonly DishSeed[]
  readonly services: readonly ServiceSeed[]
  readonly tiers: readonly {
    readonly key: string
    readonly name: LocalText
    readonly fromPoints: number
    readonly discountPercent: number
    readonly perk: LocalText
  }[]
  readonly pointsPerUnit: number
  /** Absent where the shop begins without any. */
  readonly coupons?: readonly CouponSeed[]
}

/** Starts at once, for everybody or for members, and goes with the member's own discount. */
export interface CouponSeed {
  readonly key: string
  readonly title: LocalText
  readonly gain:
    | { readonly kind: 'amount'; readonly amountMinor: number }
    | { readonly kind: 'percent'; readonly percent: number; readonly mostMinor: number | null }
    | { readonly kind: 'item'; readonly dish: string }
  readonly minSpendMinor: number
  readonly goodForDays: number | null
  readonly totalLimit: number | null
  readonly audience: 'everyone' | 'members'
  /** A reward: bought with so many points, instead of taken from a wall. */
  readonly pointsPrice?: number
}

export interface ModifierGroupSeed {
  readonly key: string
  readonly name: LocalText
  readonly min: number
  readonly max: number
  readonly options: readonly {
    readonly key: string
    readonly name: LocalText
    readonly priceMinor: number
    readonly maxQuantity: number
    readonly preselected: boolean
  }[]
}

export interface DishSeed {
  readonly key: string
  readonly category: string
  readonly name: LocalText
  readonly description: LocalText
  readonly picture: string | null
  /** One with empty names where there is no choice of sizes. */
  readonly variants: readonly { readonly key: string; readonly name: LocalText; readonly priceMinor: number }[]
  readonly modifierGroups: readonly string[]
  readonly tags: readonly ('signature' | 'spicy' | 'vegetarian' | 'new')[]
}

export interface ServiceSeed {
  readonly key: string
  /** `table` uses the tables above; `appointment` uses `staff`, `room` uses `rooms`, `class` has `seats`. */
  readonly kind: ServiceKind
  readonly name: LocalText
  readonly description: LocalText
  readonly durationMinutes: number
  readonly slotStepMinutes: number
  readonly priceMinor: number
  readonly minParty: number
  readonly maxParty: number
  readonly minNoticeMinutes: number
  readonly maxAdvanceDays: number
  /** Somebody who is named by several services is one person. */
  readonly staff: readonly LocalText[]
  readonly rooms?: readonly { readonly label: LocalText; readonly seats: number }[]
  readonly bufferBeforeMinutes?: number
  readonly bufferAfterMinutes?: number
  readonly gaps?: readonly ServiceGap[]
  readonly seats?: number
  readonly timetable?: readonly TimetableEntry[]
  readonly needsApproval?: boolean
  readonly deposit?: DepositRule
  readonly stay?: { readonly checkIn: string; readonly checkOut: string; readonly maxNights: number }
}
