import { useLocale, useWords } from '#editor/words/use-words.ts'
import type { SalesReport } from '#platform/contract/reports.ts'
import { useMoney } from '../shop-context.ts'

/** Of the members who bought, how many had been here before, and what that is worth. */
export function MembersPanel({ report: { members, totals } }: { readonly report: SalesReport }) {
  const { reports: say } = useWords()
  const money = useMoney()
  const number = new Intl.NumberFormat(useLocale())
  const shareOf = (part: number, whole: number) => (whole > 0 ? Math.round((part / whole) * 100) : 0)
  const rows = [
    {
      ...{ name: say.returning, share: shareOf(members.returning, members.buyers) },
      told: say.ofMembers(number.format(members.returning), number.format(members.buyers)),
    },
    {
      ...{ name: say.returningSales, share: shareOf(members.returningSalesMinor, totals.salesMinor) },
      told: say.ofSales(money(members.returningSalesMinor), money(totals.salesMinor)),
    },
    {
      ...{ name: say.memberSales, share: shareOf(members.salesMinor, totals.salesMinor) },
      told: say.ofSales(money(members.salesMinor), money(totals.salesMinor)),
    },
  ]
  return (
    <section className="panel report-members" aria-label={say.members}>
      <h2 className="charts-table__title">{say.members}</h2>
      {members.buyers === 0 ? (
        <p className="charts-note">{say.noMembers}</p>
      ) : (
        <dl>
          {rows.map(({ name, share, told }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <i style={{ width: `${Math.min(share, 100)}%` }} aria-hidden />
                <b>{share}%</b>
                <span>{told}</span>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p className="charts-note">{say.returningNote}</p>
    </section>
  )
}
