import { ArrowDown, ArrowUp, SearchX, Users } from 'lucide-react'
import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { EmptyState, SearchField } from '#editor/ui/index.ts'
import { useLanguage, useLocale, useWords } from '#editor/words/use-words.ts'
import { dayIn, dayText } from '#components/kit/shop-time.ts'
import type { Member } from '#platform/contract/merchant.ts'
import { Answer, AreaHead } from '../area.tsx'
import { phoneText } from '../rules/phone.ts'
import { useMembers } from '../queries.ts'
import { findMembers, sortMembers, type MemberColumn, type MemberOrder } from '../rules/find-members.ts'
import { useShop } from '../shop-context.ts'
import { MemberDetail } from './member-detail.tsx'
import './members.css'

export function MembersArea() {
  const words = useWords()
  const { program } = useShop()
  const members = useMembers(program.id)
  const [search, setSearch] = useState('')
  return (
    <>
      <AreaHead
        title={words.console.areas.members}
        note={members.status === 'ready' ? words.console.memberCount(members.value.length) : null}
      >
        <div className="menu-search">
          <SearchField
            label={words.console.searchMembers}
            clearLabel={words.common.clearSearch}
            value={search}
            onChange={setSearch}
          />
        </div>
      </AreaHead>
      <Answer query={members}>{(value) => <MemberTable members={value} search={search} />}</Answer>
    </>
  )
}

const columns: readonly MemberColumn[] = ['name', 'tier', 'points', 'phone', 'joined']

function MemberTable({ members, search }: { readonly members: readonly Member[]; readonly search: string }) {
  const words = useWords()
  const language = useLanguage()
  const locale = useLocale()
  const { timeZone } = useShop().settings
  const [order, setOrder] = useState<MemberOrder>({ by: 'joined', isDescending: true })
  const [openId, setOpen] = useState<string | null>(null)
  const open = members.find(({ id }) => id === openId)
  const shown = sortMembers(findMembers(members, search), order, locale)

  if (members.length === 0)
    return (
      <EmptyState icon={<Users size={28} />} title={words.console.noMembersTitle} text={words.console.noMembersText} />
    )
  if (shown.length === 0) return <EmptyState icon={<SearchX size={28} />} title={words.console.noMembersFound} />
  const sortBy = (by: MemberColumn) =>
    setOrder({ by, isDescending: order.by === by ? !order.isDescending : by === 'points' || by === 'joined' })
  return (
    <div className="panel member-table-box">
      <table className="member-table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column}
                className={`member-table__${column}`}
                aria-sort={order.by === column ? (order.isDescending ? 'descending' : 'ascending') : 'none'}
              >
                <AriaButton className="member-table__sort" onPress={() => sortBy(column)}>
                  {words.console.memberColumns[column]}
                  {order.by === column ? (
                    order.isDescending ? (
                      <ArrowDown size={14} aria-hidden />
                    ) : (
                      <ArrowUp size={14} aria-hidden />
                    )
                  ) : null}
                </AriaButton>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((member) => (
            <tr key={member.id} onClick={() => setOpen(member.id)}>
              <td className="member-table__name">
                <AriaButton className="member-table__open" onPress={() => setOpen(member.id)}>
                  {member.name}
                </AriaButton>
              </td>
              <td className="member-table__tier">{member.tierName}</td>
              <td className="member-table__points">{member.pointsBalance.toLocaleString(locale)}</td>
              <td className="member-table__phone">{phoneText(member.phone)}</td>
              <td className="member-table__joined">
                {dayText(dayIn(timeZone, Date.parse(member.joinedAtIso)), language)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {open ? <MemberDetail member={open} onClose={() => setOpen(null)} /> : null}
    </div>
  )
}
