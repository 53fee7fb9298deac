import { Select } from '#editor/ui/index.ts'
import { useWords } from '#editor/words/use-words.ts'
import { role as roles } from '#platform/contract/people.ts'
import type { Role } from '#platform/contract/people.ts'

export interface RoleSelectProps {
  readonly label: string
  readonly value: Role
  readonly onChange: (role: Role) => void
  readonly isDisabled: boolean
  readonly isLabelShown?: boolean
}

export function RoleSelect({ label, value, onChange, isDisabled, isLabelShown = false }: RoleSelectProps) {
  const { people } = useWords()
  return (
    <div className="people__pick">
      <Select
        label={label}
        isLabelHidden={!isLabelShown}
        value={value}
        isDisabled={isDisabled}
        onChange={onChange}
        options={roles.options.map((role) => ({ value: role, label: people.roles[role] }))}
      />
    </div>
  )
}
