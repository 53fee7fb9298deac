import { CloudOff } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Query } from '#editor/api/index.ts'
import { Button, EmptyState, Skeleton } from '#editor/ui/index.ts'
import { failureText } from '#editor/words/failure-text.ts'
import { useWords } from '#editor/words/use-words.ts'

export interface AreaHeadProps {
  readonly title: string
  readonly note?: ReactNode
  /** Filters and buttons at the right. */
  readonly children?: ReactNode
}

export function AreaHead({ title, note, children }: AreaHeadProps) {
  return (
    <div className="area-head">
      <div className="area-head__words">
        <h1 className="area-head__title">{title}</h1>
        {note ? <p className="area-head__note">{note}</p> : null}
      </div>
      {children ? <div className="area-head__tools">{children}</div> : null}
    </div>
  )
}

export interface AnswerProps<Value> {
  readonly query: Query<Value>
  /** Holds the place while the first answer is on its way. */
  readonly skeleton?: ReactNode
  readonly children: (value: Value) => ReactNode
}

/** An answer of the server in each of its states. A failed refresh keeps what is there: the notice above says why. */
export function Answer<Value>({ query, skeleton, children }: AnswerProps<Value>) {
  const words = useWords()
  if (query.status === 'ready') return children(query.value)
  if (query.status === 'failed')
    return (
      <EmptyState
        icon={<CloudOff size={28} />}
        title={failureText(query.failure, words)}
        action={<Button onPress={query.retry}>{words.common.tryAgain}</Button>}
      />
    )
  return (
    <div aria-busy>
      <span className="ui-hidden">{words.common.loading}</span>
      {skeleton ?? <RowSkeletons />}
    </div>
  )
}

export function RowSkeletons({ rows = 6, heightPx = 56 }: { readonly rows?: number; readonly heightPx?: number }) {
  return (
    <div className="row-skeletons">
      {Array.from({ length: rows }, (_, at) => (
        <Skeleton key={at} heightPx={heightPx} />
      ))}
    </div>
  )
}
