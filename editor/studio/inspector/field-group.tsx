import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import { useGroupOpen } from './group-state.ts'
import './inspector.css'

export interface FieldGroupProps {
  /** Under which it is remembered whether it is open. */
  readonly name: string
  readonly title: string
  readonly isOpenAtFirst?: boolean
  readonly children: ReactNode
}

/** Fields under one title that can be put away; the choice lasts. */
export function FieldGroup({ name, title, isOpenAtFirst = true, children }: FieldGroupProps) {
  const [isOpen, setOpen] = useGroupOpen(name, isOpenAtFirst)
  return (
    <Disclosure className="st-fields" isExpanded={isOpen} onExpandedChange={setOpen}>
      <Heading level={3} className="st-fields__title">
        <Button slot="trigger" className="st-fields__toggle">
          {title}
          <ChevronRight size={14} aria-hidden />
        </Button>
      </Heading>
      <DisclosurePanel className="st-fields__panel">{isOpen ? children : null}</DisclosurePanel>
    </Disclosure>
  )
}
