import { useState } from 'react'
import { Button, Icon, Input, ScrollView, Text, View } from '#components/primitives/index.ts'
import type { City, Host } from '#components/kit/host.ts'
import { askInSheet } from './ask-in-sheet.tsx'
import { citiesIn, findCities, largestCities } from './cities.ts'
import { effectWords } from './effect-words.ts'

/** Lets the visitor choose a city from all there are: the largest first, the rest by initial, or by typing. */
export async function pickCity(language: string, current?: string): ReturnType<Host['pickCity']> {
  const words = effectWords(language)
  const city = await askInSheet<City>({ title: words.city.title, close: words.close }, (answer) => (
    <CityChoice language={language} current={current} onChoose={answer} />
  ))
  if (city) return { ok: true, value: { name: city.name, code: city.code } }
  return { ok: false, failure: { code: 'cancelled', message: 'No city was chosen' } }
}

function CityChoice({
  language,
  current,
  onChoose,
}: {
  readonly language: string
  readonly current: string | undefined
  readonly onChoose: (city: City) => void
}) {
  const [typed, setTyped] = useState('')
  const [all] = useState(() => citiesIn(language))
  const words = effectWords(language).city
  const found = findCities(all, typed)
  const largest = largestCities.flatMap((code) => all.find((city) => city.code === code) ?? [])
  return (
    <View className="sw-ask">
      <Input
        ariaLabel={words.search}
        placeholder={words.search}
        confirmType="search"
        value={typed}
        onInput={(event) => setTyped(event.detail.value)}
        onConfirm={() => found[0] && onChoose(found[0])}
      />
      <ScrollView scrollY className="sw-ask__list">
        {typed.trim() === '' && (
          <View className="sw-ask__largest">
            {largest.map((city) => (
              <Button key={city.code} className="sw-ask__chip" onClick={() => onChoose(city)}>
                {city.name}
              </Button>
            ))}
          </View>
        )}
        {found.length === 0 && (
          <Text className="sw-ask__none" ariaRole="status">
            {words.none}
          </Text>
        )}
        {found.map((city, index) => (
          <View key={city.code}>
            {city.initial !== found[index - 1]?.initial && <Text className="sw-ask__initial">{city.initial}</Text>}
            <Button className="sw-ask__row" onClick={() => onChoose(city)}>
              <Text>{city.name}</Text>
              {city.name === current && <Icon name="check" size={18} />}
            </Button>
          </View>
        ))}
      </ScrollView>
    </View>
  )
}
