import './search-box.css'
import { useState } from 'react'
import { Button, Icon, Input, Text, View } from '#components/primitives/index.ts'
import type { Service } from '#model/shop/bookings.ts'
import type { Menu, ShopInfo } from '#model/shop/catalogue.ts'
import { FailedBox } from '../kit/failed-box.tsx'
import { LinkBox } from '../kit/link-box.tsx'
import { Bone, EmptyBox, LoadingBox } from '../kit/state-boxes.tsx'
import type { BlockViewProps } from '../kit/view.ts'
import { wordsFor } from '../kit/words.ts'
import { useOrdering } from '../ordering/use-ordering.tsx'
import type { SearchBoxProps } from './definition.ts'
import { foundIn } from './found.ts'
import { FoundDish } from './found-dish.tsx'
import { searchWords } from './words.ts'

type Block = BlockViewProps<SearchBoxProps>

export function SearchBoxView(view: Block) {
  const { data, env } = view
  const { menu, services, shop } = data
  const failed = [menu, services, shop].find((each) => each.status === 'failed')
  if (menu.status === 'ready' && services.status === 'ready' && shop.status === 'ready')
    return <Search view={view} menu={menu.value} services={services.value} shop={shop.value} />
  return (
    <View className="b-search-box">
      {failed?.status === 'failed' ? (
        <FailedBox env={env} code={failed.code} retry={failed.retry} />
      ) : (
        <LoadingBox env={env}>
          <Bone width="100%" height="48px" className="b-search-box__bone" />
        </LoadingBox>
      )}
    </View>
  )
}

interface SearchProps {
  readonly view: Block
  readonly menu: Menu
  readonly services: readonly Service[]
  readonly shop: ShopInfo
}

function Search({ view, menu, services, shop }: SearchProps) {
  const { props, host, env } = view
  const words = wordsFor(env.language, searchWords)
  const ordering = useOrdering(view, menu, shop, 'page')
  const { alive, dock } = ordering
  const [query, setQuery] = useState('')
  const found = foundIn(query, props, { menu, services, pages: host.pages?.() ?? [] })
  const count = found.dishes.length + found.services.length + found.pages.length
  const suggestions = props.suggestions.filter((each) => each.words !== '')
  const hint = props.hint || words.hint
  return (
    <View className="b-search-box">
      <View className="b-search-box__box">
        <Icon name="search" size={18} />
        <Input
          className="b-search-box__query"
          value={query}
          confirmType="search"
          placeholder={hint}
          ariaLabel={words.search}
          disabled={!alive}
          onInput={(event) => setQuery(event.detail.value)}
        />
        {query && (
          <Button className="b-search-box__clear" ariaLabel={words.clear} onClick={() => setQuery('')}>
            <Icon name="close" size={16} />
          </Button>
        )}
      </View>
      {query === '' && suggestions.length > 0 && (
        <View className="b-search-box__suggestions" ariaRole="group" ariaLabel={words.suggestions}>
          {suggestions.map((each) => (
            <Button
              key={each.words}
              className="b-search-box__suggestion"
              onClick={alive ? () => setQuery(each.words) : undefined}
            >
              <Text>{each.words}</Text>
            </Button>
          ))}
        </View>
      )}
      {query.trim() !== '' && (
        <View className="b-search-box__found">
          <Text className="b-menu__unseen" ariaRole="status">
            {words.found(count)}
          </Text>
          {count === 0 && <EmptyBox icon="search" text={words.nothing(query.trim())} />}
          {found.dishes.length > 0 && (
            <View className="b-search-box__kind" ariaRole="list" ariaLabel={words.dishes}>
              {found.dishes.map((dish) => (
                <FoundDish key={dish.id} ordering={ordering} dish={dish} />
              ))}
            </View>
          )}
          {(['services', 'pages'] as const).map(
            (kind) =>
              found[kind].length > 0 && (
                <View key={kind} className="b-search-box__kind">
                  <Text ariaRole="heading" ariaLevel={3} className="b-search-box__heading">
                    {words[kind]}
                  </Text>
                  {kind === 'services'
                    ? found.services.map(({ id, name, description }) => (
                        <LinkBox
                          key={id}
                          link={{ kind: 'service', serviceId: id }}
                          host={host}
                          env={env}
                          className="b-search-box__row"
                        >
                          <Text className="b-search-box__name">{name}</Text>
                          {description && <Text className="b-search-box__line">{description}</Text>}
                        </LinkBox>
                      ))
                    : found.pages.map(({ pageId, title }) => (
                        <LinkBox
                          key={pageId}
                          link={{ kind: 'page', pageId }}
                          host={host}
                          env={env}
                          className="b-search-box__row"
                        >
                          <Text className="b-search-box__name">{title}</Text>
                        </LinkBox>
                      ))}
                </View>
              ),
          )}
        </View>
      )}
      {dock}
    </View>
  )
}
