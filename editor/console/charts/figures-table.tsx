import type { ReactNode } from 'react'
import './charts.css'

export interface FiguresTableProps {
  readonly title: string
  /** The first is of the names, the others of figures. */
  readonly heads: readonly string[]
  readonly rows: readonly { readonly key: string; readonly name: ReactNode; readonly figures: readonly number[] }[]
  /** A figure in words, by its column; as it is when left out. */
  readonly text?: (figure: number, column: number) => string
  /** Said instead when there is no row. */
  readonly empty: string
}

/** Names and their figures; a bar behind each row shows the first figure beside the largest. */
export function FiguresTable({ title, heads, rows, empty, text = String }: FiguresTableProps) {
  const [nameHead, ...figureHeads] = heads
  const most = Math.max(1, ...rows.map(({ figures }) => figures[0] ?? 0))
  return (
    <section className="panel charts-table" aria-label={title}>
      <h2 className="charts-table__title">{title}</h2>
      {rows.length === 0 ? (
        <p className="charts-table__empty">{empty}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{nameHead}</th>
              {figureHeads.map((head) => (
                <th key={head} scope="col" className="charts-table__figure">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, name, figures }) => (
              <tr key={key}>
                <th scope="row">
                  <i style={{ width: `${((figures[0] ?? 0) / most) * 100}%` }} aria-hidden />
                  <span>{name}</span>
                </th>
                {figures.map((figure, at) => (
                  <td key={figureHeads[at]} className="charts-table__figure">
                    {text(figure, at)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
