import { useState, type FormEvent } from 'react'
import { Button, Select, showToast, TextField } from '#editor/ui/index.ts'
import { shopKind, type ShopKind } from '#model/shop/catalogue.ts'
import { useWords } from '#editor/words/use-words.ts'
import { useChangeSettings } from '../change-settings.ts'
import { useCanWork, useShop } from '../shop-context.ts'

/** What it is, where it is and how it is reached: what customers and search engines read. */
export function ContactForm() {
  const words = useWords()
  const { settings } = useShop()
  const canWork = useCanWork()
  const [kind, setKind] = useState<ShopKind | null>(null)
  const [phone, setPhone] = useState<string | null>(null)
  const [address, setAddress] = useState<string | null>(null)
  const forget = () => {
    setKind(null)
    setPhone(null)
    setAddress(null)
  }
  const change = useChangeSettings(() => {
    forget()
    showToast({ text: words.console.contactSaved, tone: 'good' })
  })
  const isChanged =
    (kind ?? settings.kind) !== settings.kind ||
    (phone ?? settings.phone) !== settings.phone ||
    (address ?? settings.address) !== settings.address
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (!isChanged) return
    void change.run({
      ...(kind === null ? {} : { kind }),
      ...(phone === null ? {} : { phone: phone.trim() }),
      ...(address === null ? {} : { address: address.trim() }),
    })
  }
  return (
    <section className="panel settings__card" aria-label={words.console.contact}>
      <h2 className="settings__title">{words.console.contact}</h2>
      <form className="settings__fields" onSubmit={save}>
        <Select
          label={words.reach.kind}
          help={words.reach.kindHelp}
          placeholder={words.reach.kindOpen}
          options={shopKind.options.map((value) => ({ value, label: words.reach.kinds[value] }))}
          value={kind ?? settings.kind}
          onChange={setKind}
          isDisabled={!canWork}
        />
        <TextField
          label={words.console.phone}
          type="tel"
          value={phone ?? settings.phone}
          onChange={setPhone}
          maxLength={32}
          isDisabled={!canWork}
        />
        <TextField
          label={words.console.address}
          value={address ?? settings.address}
          onChange={setAddress}
          maxLength={200}
          rows={2}
          isDisabled={!canWork}
        />
        {isChanged ? (
          <div className="settings__save">
            <span>{words.console.unsaved}</span>
            <Button onPress={forget}>{words.console.discard}</Button>
            <Button type="submit" variant="primary" isPending={change.busy}>
              {words.common.save}
            </Button>
          </div>
        ) : null}
      </form>
    </section>
  )
}
