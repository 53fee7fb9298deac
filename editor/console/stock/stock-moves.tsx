import { whenText } from '#components/kit/shop-time.ts'
import { useLanguage, useWords } from '#editor/words/use-words.ts'
import { Answer } from '../area.tsx'
import { useStockMoves } from '../queries.ts'
import { useShop } from '../shop-context.ts'

/** The newest moves of a count, with who made them. */
export function StockMoves({ variantId }: { readonly variantId: string }) {
  const words = useWords()
  const language = useLanguage()
  const { program, settings } = useShop()
  const moves = useStockMoves(program.id, variantId)
  return (
    <details className="stock__moves">
      <summary>{words.stock.moves}</summary>
      <Answer query={moves}>
        {(entries) =>
          entries.length === 0 ? (
            <p>{words.stock.noMoves}</p>
          ) : (
            <ul>
              {entries.map((entry) => (
                <li key={entry.seq} className="stock__move">
                  <b className="ui-tabular">{entry.delta > 0 ? `+${entry.delta}` : `−${-entry.delta}`}</b>
                  <span>
                    {entry.orderNumber === null
                      ? words.stock.kinds[entry.kind]
                      : `${words.stock.kinds[entry.kind]} · ${words.stock.order(entry.orderNumber)}`}
                    {entry.note ? <q>{entry.note}</q> : null}
                    <small>
                      {entry.by === null ? words.stock.customer : (entry.byName ?? words.shopChanges.gone)}
                      {' · '}
                      {whenText(entry.atIso, settings.timeZone, language, Date.now())}
                    </small>
                  </span>
                  <span className="stock__after ui-tabular">{words.stock.after(entry.onHandAfter)}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </details>
  )
}
