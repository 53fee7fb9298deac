import { hueOf } from './hues.ts'
import './faces.css'

interface Named {
  readonly id: string
  readonly name: string | null
}

const mostFaces = 3

/** First letters of people on discs of their colour. What they are called stands beside, or is told by who draws them. */
export function Faces({ people }: { readonly people: readonly Named[] }) {
  return (
    <span className="ui-faces" aria-hidden>
      {people.slice(0, mostFaces).map(({ id, name }) => (
        <span key={id} className="ui-faces__face" style={{ background: hueOf(id) }}>
          {name?.trim()[0] ?? '?'}
        </span>
      ))}
    </span>
  )
}
