import { Plus, Trash2 } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { api, queryCache, useMutation } from '#editor/api/index.ts'
import { Button, IconButton, NumberField, showToast, TextField } from '#editor/ui/index.ts'
import { failureText } from '#editor/words/failure-text.ts'
import { useWords, wordsNow } from '#editor/words/use-words.ts'
import type { ChangeDeliveryInput, DeliverySettings } from '#platform/contract/delivery.ts'
import { Answer } from '../area.tsx'
import { keys } from '../keys.ts'
import { useDelivery } from '../queries.ts'
import { draftOf, emptyZone, readZones, type ZoneDraft } from '../rules/zone-draft.ts'
import { useCanWork, useShop } from '../shop-context.ts'

/** Where the shop delivers, for how much and from how much on. */
export function DeliveryForm() {
  const { ordering } = useWords()
  const { program } = useShop()
  const delivery = useDelivery(program.id)
  return (
    <section className="panel settings__card" aria-label={ordering.delivery}>
      <h2 className="settings__title">{ordering.delivery}</h2>
      <p className="settings__note">{ordering.deliveryHelp}</p>
      <Answer query={delivery}>{(settings) => <Zones settings={settings} />}</Answer>
    </section>
  )
}

function Zones({ settings }: { readonly settings: DeliverySettings }) {
  const words = useWords()
  const { ordering } = words
  const { program, settings: shop } = useShop()
  const canWork = useCanWork()
  const [drafts, setDrafts] = useState<readonly ZoneDraft[] | null>(null)
  const [isRefused, setRefused] = useState(false)
  const zones = drafts ?? settings.zones.map((zone) => draftOf(zone, shop.currency))
  const change = useMutation((input: ChangeDeliveryInput) => api.changeDelivery(program.id, input), {
    onDone: (saved) => {
      queryCache.tell<DeliverySettings>(keys.delivery(program.id), () => saved)
      setDrafts(null)
      showToast({ text: ordering.zonesSaved, tone: 'good' })
    },
    onFailed: (failure) => showToast({ text: failureText(failure, wordsNow()), tone: 'bad' }),
  })
  const save = (event: FormEvent) => {
    event.preventDefault()
    const read = readZones(zones, shop.currency)
    setRefused(read === undefined)
    if (read) void change.run({ zones: read })
  }
  const set = (at: number, part: Partial<ZoneDraft>) =>
    setDrafts(zones.with(at, { ...(zones[at] ?? emptyZone), ...part }))
  return (
    <form className="settings__fields" onSubmit={save}>
      {zones.length === 0 ? <p className="weekly__closed">{ordering.noZones}</p> : null}
      {zones.map((zone, at) => (
        <fieldset key={zone.id ?? `new-${at}`} className="zone" disabled={!canWork}>
          <legend>{zone.name || ordering.zone(at + 1)}</legend>
          <div className="zone__row">
            <TextField
              label={ordering.zoneName}
              value={zone.name}
              maxLength={40}
              isDisabled={!canWork}
              onChange={(name) => set(at, { name })}
            />
            {canWork ? (
              <IconButton
                label={ordering.removeZone}
                icon={<Trash2 size={18} aria-hidden />}
                onPress={() => setDrafts(zones.filter((_, other) => other !== at))}
              />
            ) : null}
          </div>
          <TextField
            label={ordering.zoneAreas}
            help={ordering.zoneAreasHelp}
            value={zone.areas}
            rows={2}
            isDisabled={!canWork}
            onChange={(areas) => set(at, { areas })}
          />
          <div className="zone__amounts">
            <TextField
              label={ordering.zoneFee}
              value={zone.fee}
              inputMode="decimal"
              isDisabled={!canWork}
              onChange={(fee) => set(at, { fee })}
            />
            <TextField
              label={ordering.zoneMinimum}
              value={zone.minimum}
              inputMode="decimal"
              isDisabled={!canWork}
              onChange={(minimum) => set(at, { minimum })}
            />
            <TextField
              label={ordering.zoneFree}
              help={ordering.zoneFreeHelp}
              value={zone.freeFrom}
              inputMode="decimal"
              isDisabled={!canWork}
              onChange={(freeFrom) => set(at, { freeFrom })}
            />
            <NumberField
              label={ordering.zoneMinutes}
              unit={words.console.minutesUnit}
              value={zone.rideMinutes}
              minValue={0}
              maxValue={240}
              step={5}
              isDisabled={!canWork}
              onChange={(rideMinutes) => {
                if (Number.isInteger(rideMinutes)) set(at, { rideMinutes })
              }}
            />
          </div>
        </fieldset>
      ))}
      {canWork && zones.length < 30 ? (
        <div>
          <Button icon={<Plus size={16} aria-hidden />} onPress={() => setDrafts([...zones, emptyZone])}>
            {ordering.addZone}
          </Button>
        </div>
      ) : null}
      {isRefused ? (
        <p className="weekly__problem" role="alert">
          {ordering.zoneIncomplete}
        </p>
      ) : null}
      {drafts ? (
        <div className="settings__save">
          <span>{words.console.unsaved}</span>
          <Button
            onPress={() => {
              setDrafts(null)
              setRefused(false)
            }}
          >
            {words.console.discard}
          </Button>
          <Button type="submit" variant="primary" isPending={change.busy}>
            {words.common.save}
          </Button>
        </div>
      ) : null}
    </form>
  )
}
