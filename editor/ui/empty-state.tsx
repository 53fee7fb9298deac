import type { ReactNode } from 'react'
import './pieces.css'

export interface EmptyStateProps {
  readonly icon: ReactNode
  readonly title: string
  readonly text?: string
  /** One button. */
  readonly action?: ReactNode
}

export function EmptyState({ icon, title, text, action }: EmptyStateProps) {
  return (
    <div className="ui-empty">
      <span className="ui-empty__picture" aria-hidden>
        {icon}
      </span>
      <h2 className="ui-empty__title">{title}</h2>
      {text ? <p className="ui-empty__text">{text}</p> : null}
      {action}
    </div>
  )
}
