import { useState } from 'react'
import { Button, Icon, Input, Text, View } from '#components/primitives/index.ts'
import type { ViewPropsOf } from '../kit/define-block.ts'
import { EditableText } from '../kit/editable-text.tsx'
import type { LinkValue } from '../kit/fields.ts'
import { LinkBox } from '../kit/link-box.tsx'
import { isLink } from '../kit/link-value.ts'
import { EmptyBox } from '../kit/state-boxes.tsx'
import { wordsFor } from '../kit/words.ts'
import './city-services.css'
import type { cityServices } from './definition.ts'
import { groupsOf, type Entry } from './groups.ts'
import { cityServicesWords } from './words.ts'

type Block = ViewPropsOf<typeof cityServices>

export function CityServicesView(block: Block) {
  const { props, env } = block
  const words = wordsFor(env.language, cityServicesWords)
  const [query, setQuery] = useState('')
  const isCanvas = env.mode === 'canvas'
  const entries = isCanvas ? props.entries : props.entries.filter(({ name }) => name.trim())
  if (entries.length === 0) return isCanvas ? <EmptyBox icon="grid" text={words.empty} /> : null
  const groups = groupsOf(entries, query)
  return (
    <View className="b-city-services">
      <EditableText
        prop="title"
        value={props.title}
        env={env}
        hint={words.title}
        whenEmpty="absent"
        className="b-city-services__title"
        headingLevel={2}
      />
      {props.hasSearch && (
        <View className="b-city-services__search">
          <Icon name="search" className="b-city-services__glass" />
          <Input
            value={query}
            ariaLabel={words.search}
            placeholder={words.search}
            maxlength={40}
            confirmType="search"
            disabled={isCanvas}
            className="b-city-services__input"
            onInput={(event) => setQuery(event.detail.value)}
          />
        </View>
      )}
      <View ariaLive="polite">
        {groups.length === 0 && query.trim() !== '' && (
          <EmptyBox icon="search" text={words.none(query.trim())}>
            <Button className="b-city-services__clear" onClick={() => setQuery('')}>
              <Text>{words.clear}</Text>
            </Button>
          </EmptyBox>
        )}
      </View>
      {groups.map((group, index) => (
        <View key={index} className="b-city-services__group">
          {group.name && (
            <Text className="b-city-services__heading" ariaRole="heading" ariaLevel={3}>
              {group.name}
            </Text>
          )}
          <View className="b-city-services__card">
            {group.services.map((entry, at) => (
              <Service key={at} entry={entry} block={block} />
            ))}
          </View>
        </View>
      ))}
    </View>
  )
}

/** Leads to its page, with its number beside; one without a page is rung by its whole line. */
function Service({ entry, block: { host, env } }: { readonly entry: Entry; readonly block: Block }) {
  const words = wordsFor(env.language, cityServicesWords)
  const phone: LinkValue = { kind: 'phone', number: entry.phone.trim() }
  const call = isLink({ ...phone }) ? phone : null
  const name = entry.name || words.name
  return (
    <View className="b-city-services__line">
      <LinkBox link={entry.link ?? call} host={host} env={env} className="b-city-services__main">
        <View className="b-city-services__icon">
          <Icon name={entry.icon} />
        </View>
        <View className="b-city-services__words">
          <Text className="b-city-services__name">{name}</Text>
          {entry.note && <Text className="b-city-services__note">{entry.note}</Text>}
          {call && <Text className="b-city-services__phone">{entry.phone}</Text>}
        </View>
        {entry.link && !call && <Icon name="chevron-right" size={18} className="b-city-services__end" />}
        {call && !entry.link && <Icon name="phone" className="b-city-services__end b-city-services__end--call" />}
      </LinkBox>
      {call && entry.link && (
        <LinkBox link={call} host={host} env={env} className="b-city-services__call" ariaLabel={words.call(name)}>
          <Icon name="phone" />
        </LinkBox>
      )}
    </View>
  )
}
