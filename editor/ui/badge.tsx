import type { ReactNode } from 'react'
import './pieces.css'

export interface BadgeProps {
  readonly tone?: 'plain' | 'good' | 'warn' | 'bad' | 'accent'
  readonly icon?: ReactNode
  readonly children: ReactNode
}

/** A state in a word; colour never says it alone. */
export function Badge({ tone = 'plain', icon, children }: BadgeProps) {
  return (
    <span className={`ui-badge ui-badge--${tone}`}>
      {icon}
      {children}
    </span>
  )
}
