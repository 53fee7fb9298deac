import type { Program } from '#platform/contract/merchant.ts'

/** Warm hues that stand apart, so that two programs side by side are told apart before their names are read. */
const hues = [12, 32, 152, 198, 262, 340, 88, 222]

/** A phone in the program's colour; the colour follows from its id, so it is the same everywhere and for ever. */
export function ProgramMiniature({ program }: { readonly program: Pick<Program, 'id' | 'name'> }) {
  const hue = hues[sumOf(program.id) % hues.length] ?? 12
  const [first = '?'] = program.name.trim()
  return (
    <span className="miniature" style={{ '--miniature-hue': hue } as React.CSSProperties} aria-hidden>
      <span className="miniature__phone">
        <span className="miniature__banner">{first}</span>
        <span className="miniature__icons">
          <i />
          <i />
          <i />
          <i />
        </span>
        {[1, 2, 3].map((each) => (
          <span key={each} className="miniature__row">
            <i />
            <span>
              <b />
              <b />
            </span>
          </span>
        ))}
      </span>
    </span>
  )
}

function sumOf(id: string): number {
  let sum = 0
  for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003
  return sum
}
