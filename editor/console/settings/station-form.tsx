import { Plus, X } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { api, queryCache, useMutation } from '#editor/api/index.ts'
import { Button, IconButton, Select, showToast, TextField } from '#editor/ui/index.ts'
import { failureText } from '#editor/words/failure-text.ts'
import { useLanguage, useWords, wordsNow } from '#editor/words/use-words.ts'
import type { ChangeStationsInput, StationSettings } from '#platform/contract/kitchen.ts'
import { Answer } from '../area.tsx'
import { keys } from '../keys.ts'
import { useStations } from '../queries.ts'
import { useCanWork, useShop } from '../shop-context.ts'

/** Who in the kitchen makes what. Everything is saved as it is chosen. */
export function StationForm() {
  const words = useWords()
  const { program } = useShop()
  const stations = useStations(program.id)
  return (
    <section className="panel settings__card" aria-label={words.ordering.stations}>
      <h2 className="settings__title">{words.ordering.stations}</h2>
      <p className="settings__note">{words.ordering.stationsHelp}</p>
      <Answer query={stations}>{(settings) => <StationFields settings={settings} />}</Answer>
    </section>
  )
}

function StationFields({ settings }: { readonly settings: StationSettings }) {
  const { ordering } = useWords()
  const language = useLanguage()
  const { program } = useShop()
  const canWork = useCanWork()
  const [name, setName] = useState('')
  const change = useMutation((input: ChangeStationsInput) => api.changeStations(program.id, input), {
    onDone: (saved, { stations }) => {
      queryCache.tell<StationSettings>(keys.stations(program.id), () => saved)
      if (stations) setName('')
      showToast({ text: ordering.stationsSaved, tone: 'good' })
    },
    onFailed: (failure) => showToast({ text: failureText(failure, wordsNow()), tone: 'bad' }),
  })
  const { stations, categories } = settings
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim()) void change.run({ stations: [...stations, { name: name.trim() }] })
  }
  const options = (ofNone: string) => [
    { value: 'none', label: ofNone },
    ...stations.map(({ id, name: label }) => ({ value: id, label })),
  ]
  const idOf = (value: string) => (value === 'none' ? null : value)
  return (
    <div className="settings__fields">
      {stations.length > 0 ? (
        <ul className="station-list">
          {stations.map((station) => (
            <li key={station.id}>
              <b>{station.name}</b>
              {canWork ? (
                <IconButton
                  label={ordering.removeStation(station.name)}
                  icon={<X size={18} aria-hidden />}
                  isDisabled={change.busy}
                  onPress={() => void change.run({ stations: stations.filter(({ id }) => id !== station.id) })}
                />
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {canWork && stations.length < 20 ? (
        <form className="station-add" onSubmit={add}>
          <TextField label={ordering.stationName} value={name} maxLength={40} onChange={setName} />
          <Button type="submit" icon={<Plus size={16} aria-hidden />} isDisabled={!name.trim()} isPending={change.busy}>
            {ordering.addStation}
          </Button>
        </form>
      ) : null}
      {stations.length > 0 ? (
        <fieldset className="station-places">
          <legend>{ordering.madeAt}</legend>
          {categories.map((category) => (
            <div key={category.id}>
              <Select
                label={category.name[language]}
                options={options(ordering.noStation)}
                value={category.stationId ?? 'none'}
                isDisabled={!canWork || change.busy}
                onChange={(value) => void change.run({ categories: [{ id: category.id, stationId: idOf(value) }] })}
              />
              {category.dishes.length > 0 ? (
                <details className="station-places__dishes">
                  <summary>{ordering.madeAtSingle(category.name[language])}</summary>
                  {category.dishes.map((dish) => (
                    <Select
                      key={dish.id}
                      label={dish.name[language]}
                      options={options(ordering.likeCategory)}
                      value={dish.stationId ?? 'none'}
                      isDisabled={!canWork || change.busy}
                      onChange={(value) => void change.run({ dishes: [{ id: dish.id, stationId: idOf(value) }] })}
                    />
                  ))}
                </details>
              ) : null}
            </div>
          ))}
        </fieldset>
      ) : null}
    </div>
  )
}
