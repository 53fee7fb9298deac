import {
  CalendarDays,
  ChefHat,
  ChartColumn,
  ChartPie,
  ClipboardList,
  History,
  Inbox,
  LayoutDashboard,
  ListOrdered,
  PackageSearch,
  QrCode,
  Settings,
  Ticket,
  UserCog,
  UserPen,
  UtensilsCrossed,
  Users,
  Zap,
} from 'lucide-react'
import type { Words } from '#editor/words/use-words.ts'

export const areas = [
  { id: 'today', icon: LayoutDashboard },
  { id: 'orders', icon: ClipboardList },
  { id: 'kitchen', icon: ChefHat },
  { id: 'bookings', icon: CalendarDays },
  { id: 'jobs', icon: PackageSearch },
  { id: 'queue', icon: ListOrdered },
  { id: 'menu', icon: UtensilsCrossed },
  { id: 'members', icon: Users },
  { id: 'coupons', icon: Ticket },
  { id: 'flash-sales', icon: Zap },
  { id: 'forms', icon: Inbox },
  { id: 'posters', icon: QrCode },
  { id: 'reports', icon: ChartPie },
  { id: 'visits', icon: ChartColumn },
  { id: 'settings', icon: Settings },
  { id: 'versions', icon: History },
  { id: 'changes', icon: UserPen },
  { id: 'people', icon: UserCog },
] as const

export type AreaId = (typeof areas)[number]['id']

/** On a phone these have a place at the thumb; the others are under "More". */
export const thumbAreas: readonly AreaId[] = ['today', 'orders', 'bookings', 'menu']

/** The area an address names; an unknown one is Today. */
export function areaOf(rest: string): AreaId {
  return areas.find(({ id }) => id === rest)?.id ?? 'today'
}

export function areaName(id: AreaId, words: Words): string {
  return words.console.areas[id]
}
