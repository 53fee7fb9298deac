/** A plain table of texts; the first cell of a row names it. */
export function FactTable({
  head,
  rows,
}: {
  readonly head?: readonly string[]
  readonly rows: readonly (readonly string[])[]
}) {
  return (
    <div className="facts">
      <table>
        {head && (
          <thead>
            <tr>
              {head.map((text) => (
                <th key={text} scope="col">
                  {text}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map(([name, ...cells]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((text, index) => (
                <td key={index}>{text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
