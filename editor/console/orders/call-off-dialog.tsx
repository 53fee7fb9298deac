import { useState, type FormEvent } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { Button, Dialog, Switch, TextField } from '#editor/ui/index.ts'
import { useWords } from '#editor/words/use-words.ts'
import type { MerchantOrder, OrderAction } from '#platform/contract/merchant.ts'
import { movesOf } from '../rules/order-rules.ts'
import { useMoney } from '../shop-context.ts'
import './order-detail.css'

export interface CallOffDialogProps {
  readonly order: MerchantOrder
  readonly onCallOff: (action: OrderAction, reason: string, restock: boolean) => void
  readonly onClose: () => void
}

/** Rejects or cancels an order. The customer reads the reason, so there has to be one. */
export function CallOffDialog({ order, onCallOff, onClose }: CallOffDialogProps) {
  const words = useWords()
  const money = useMoney()
  const [reason, setReason] = useState('')
  const [restock, setRestock] = useState(true)
  const action = movesOf(order).back
  // Somebody else moved it on while this was open.
  if (!action) return null
  const number = order.number ?? 0
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim() === '') return
    onCallOff(action, reason.trim(), restock)
    onClose()
  }
  const { reasons } = words.console
  return (
    <Dialog
      title={words.console.goNamed[action](number)}
      isOpen
      onClose={onClose}
      widthPx={440}
      foot={
        <>
          <Button onPress={onClose}>{words.console.keepOrder}</Button>
          <Button variant="danger" type="submit" form="call-off" isDisabled={reason.trim() === ''}>
            {words.console.go[action]}
          </Button>
        </>
      }
    >
      <form id="call-off" className="call-off" onSubmit={submit}>
        <p className="call-off__text">
          {order.payStatus === 'paid' ? words.console.callOffPaid(money(order.totalMinor)) : words.console.callOffText}
        </p>
        <ToggleButtonGroup
          className="call-off__reasons"
          aria-label={words.console.reason}
          selectionMode="single"
          selectedKeys={reasons.includes(reason) ? [reason] : []}
          onSelectionChange={(chosen) => setReason(reasons.find((each) => chosen.has(each)) ?? '')}
        >
          {reasons.map((each) => (
            <ToggleButton key={each} id={each} className="chip">
              {each}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <TextField label={words.console.reasonOwn} value={reason} onChange={setReason} maxLength={140} />
        {order.stock ? (
          <Switch
            label={words.stock.putBack}
            help={words.stock.putBackHelp}
            isSelected={restock}
            onChange={setRestock}
          />
        ) : null}
      </form>
    </Dialog>
  )
}
