import { useState, type FormEvent } from 'react'
import { Button, NumberField, Segmented, TextField } from '#editor/ui/index.ts'
import { useWords } from '#editor/words/use-words.ts'
import type { StockLevel } from '#platform/contract/stock.ts'
import { afterEntry, availableOf, entryKinds, isLow, readCount, type EntryKind } from '../rules/stock.ts'
import { useCanWork } from '../shop-context.ts'
import { StockMoves } from './stock-moves.tsx'
import { useStockChanges } from './use-stock-changes.ts'

export interface VariantStockProps {
  readonly variantId: string
  /** In full, for what is said about it. */
  readonly name: string
  /** Of the size; empty where there is only one. */
  readonly heading: string
  /** Absent as long as it was never counted. */
  readonly level: StockLevel | undefined
}

export function VariantStock({ variantId, name, heading, level }: VariantStockProps) {
  const { stock: words } = useWords()
  const canWork = useCanWork()
  const changes = useStockChanges(variantId, name)
  const isCounted = level?.tracked === true
  return (
    <section className="stock__variant" aria-label={name}>
      {heading ? <h3 className="stock__size">{heading}</h3> : null}
      {isCounted ? (
        <p className="stock__now">
          <b className={`stock__figure${isLow(level) ? ' stock__figure--low' : ''}`}>{level.onHand}</b>
          <span>{isLow(level) ? (availableOf(level) > 0 ? words.left(availableOf(level)) : words.none) : null}</span>
          {level.reserved > 0 ? <small>{words.reserved(level.reserved)}</small> : null}
        </p>
      ) : (
        <p className="stock__none">{words.notCounted}</p>
      )}
      {canWork ? (
        <EntryForm
          key={`${level?.onHand ?? 0} ${isCounted}`}
          level={isCounted ? level : undefined}
          isBusy={changes.add.busy}
          onAdd={(kind, quantity, note) => void changes.add.run({ kind, quantity, note })}
        />
      ) : null}
      {isCounted && canWork ? (
        <div className="stock__rules">
          <NumberField
            label={words.lowAt}
            help={words.lowAtHelp}
            value={level.lowAt}
            minValue={0}
            maxValue={1000}
            onChange={(lowAt) => {
              if (Number.isInteger(lowAt) && lowAt !== level.lowAt) void changes.change.run({ lowAt })
            }}
          />
          <Button onPress={() => void changes.change.run({ tracked: false })}>{words.stop}</Button>
        </div>
      ) : null}
      {level ? <StockMoves variantId={variantId} /> : null}
    </section>
  )
}

interface EntryFormProps {
  readonly level: StockLevel | undefined
  readonly isBusy: boolean
  readonly onAdd: (kind: EntryKind, quantity: number, note: string) => void
}

/** What is not counted yet can only be counted. */
function EntryForm({ level, isBusy, onAdd }: EntryFormProps) {
  const { stock: words } = useWords()
  const [kind, setKind] = useState<EntryKind>('count')
  const [typed, setTyped] = useState('')
  const [note, setNote] = useState('')
  const quantity = readCount(typed)
  const after = afterEntry(level ?? { onHand: 0, reserved: 0 }, kind, quantity)
  const isNothing =
    Number.isNaN(quantity) || (kind !== 'correction' && quantity < 0) || (kind !== 'count' && quantity === 0)
  const problem = isNothing ? undefined : after.problem
  const isUnread = typed.trim() !== '' && Number.isNaN(quantity)
  const error = isUnread
    ? words.notANumber
    : problem === 'too-few'
      ? words.tooFew(level?.reserved ?? 0)
      : problem
        ? words.tooMany
        : undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isNothing && !problem) onAdd(kind, quantity, note.trim())
  }
  return (
    <form className="stock__form" onSubmit={submit}>
      {level ? (
        <Segmented
          label={words.what}
          options={entryKinds.map((value) => ({ value, label: words.kinds[value] }))}
          value={kind}
          onChange={setKind}
        />
      ) : null}
      <TextField
        label={words.quantity[kind]}
        inputMode={kind === 'correction' ? 'text' : 'numeric'}
        autoComplete="off"
        value={typed}
        onChange={setTyped}
        {...(error ? { error } : level && !isNothing && kind !== 'count' ? { help: words.becomes(after.onHand) } : {})}
      />
      <TextField
        label={words.note}
        placeholder={words.noteHints[kind]}
        value={note}
        onChange={setNote}
        maxLength={140}
      />
      <Button variant="primary" type="submit" isDisabled={isNothing || problem !== undefined} isPending={isBusy}>
        {level ? words.save : words.begin}
      </Button>
    </form>
  )
}
