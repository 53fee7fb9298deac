import type { Member } from '#platform/contract/merchant.ts'

export type MemberColumn = 'name' | 'tier' | 'points' | 'phone' | 'joined'
export interface MemberOrder {
  readonly by: MemberColumn
  readonly isDescending: boolean
}

/** By name, or by the figures of phone or card however they are spaced. */
export function findMembers(members: readonly Member[], search: string): readonly Member[] {
  const wanted = search.trim().toLocaleLowerCase()
  if (wanted === '') return members
  const figures = wanted.replace(/[\s+-]/g, '')
  const isNumber = /^\d+$/.test(figures)
  return members.filter(
    ({ name, phone, cardNo }) =>
      name.toLocaleLowerCase().includes(wanted) ||
      (isNumber && (digitsOf(phone).includes(figures) || digitsOf(cardNo).includes(figures))),
  )
}

/** Names by the language's own order: 陈 before 王, as in a phone book. */
export function sortMembers(members: readonly Member[], { by, isDescending }: MemberOrder, locale: string): Member[] {
  const collator = new Intl.Collator(locale, { numeric: true })
  const compare = (a: Member, b: Member): number => {
    if (by === 'name') return collator.compare(a.name, b.name)
    if (by === 'phone') return collator.compare(a.phone, b.phone)
    if (by === 'points') return a.pointsBalance - b.pointsBalance
    // A tier is worth what it takes to reach it.
    if (by === 'tier') return a.pointsEarnedEver - b.pointsEarnedEver
    return Date.parse(a.joinedAtIso) - Date.parse(b.joinedAtIso)
  }
  return members.toSorted((a, b) => (isDescending ? -1 : 1) * (compare(a, b) || collator.compare(a.id, b.id)))
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '')
}
