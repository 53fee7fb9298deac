import { type ReactNode, useState } from 'react'
import { Button, Input, ScrollView, scrollToId, Text, View } from '#components/primitives/index.ts'
import type { Dish, ModifierGroup } from '#model/shop/catalogue.ts'
import { priceFor } from '#model/shop/price-for.ts'
import { Picture } from '../kit/picture.tsx'
import { type CartEntry, entryOf } from './cart.ts'
import { type Choice, countOf, firstChoice, groupsOf, problemsOf, unitMinorOf } from './choice.ts'
import { roomFor, setOption, toggleOption } from './choosing.ts'
import { MenuPrice } from './price.tsx'
import { type MenuScene, outText } from './scene.ts'
import { sheetWords } from './sheet-words.ts'
import { Stepper } from './stepper.tsx'

export interface DishPartProps {
  readonly scene: MenuScene
  readonly dish: Dish
  /** The size it opens with; the first when absent. */
  readonly variantId?: string | undefined
  /** Absent where nothing reacts. */
  readonly onAdd?: ((entry: CartEntry) => void) | undefined
  /** `sheet` is scrolled by itself, below the picture; `page`: part of a page, which shows the picture its own way. */
  readonly place?: 'sheet' | 'page'
}

/** One dish, large, with everything that can be chosen about it. */
export function DishPart({ scene, dish, variantId, onAdd, place = 'sheet' }: DishPartProps) {
  const { words, menu } = scene
  const own = sheetWords(scene.env)
  const groups = groupsOf(dish, menu)
  const out = outText(scene, dish)
  const soldOut = out !== undefined
  const readOnly = soldOut || !scene.channels.length
  const [choice, setChoice] = useState<Choice>(() => ({
    ...firstChoice(dish, groups),
    ...(variantId && { variantId }),
  }))
  const [quantity, setQuantity] = useState(1)
  const [note, setNote] = useState('')
  const missing = problemsOf(groups, choice.chosen)[0]
  const missingGroup = groups.find((group) => group.id === missing?.groupId)
  const amountMinor = unitMinorOf(dish, groups, choice)
  const idOf = (group: ModifierGroup) => `option-${dish.id}-${group.id}`
  const variant = dish.variants.find((each) => each.id === choice.variantId)
  const left = variant?.left
  const sale = variant?.sale?.state === 'on' ? variant.sale : undefined
  const elsewhere = variant ? scene.channels.filter((each) => priceFor(variant, each) !== variant.priceMinor) : []
  const isPage = place === 'page'

  const submit = () => {
    if (missingGroup) return scrollToId(idOf(missingGroup))
    onAdd?.(entryOf(dish, menu, choice, note, quantity))
    setQuantity(1)
  }

  return (
    <>
      <Body isPage={isPage}>
        {!isPage && dish.picture && (
          <Picture className="b-menu__hero" picture={dish.picture} sizes="min(100vw, 480px)" eager />
        )}
        <View className="b-menu__intro">
          <Text ariaRole="heading" ariaLevel={2} className="b-menu__sheet-name">
            {dish.name}
          </Text>
          {dish.description && <Text className="b-menu__sheet-line">{dish.description}</Text>}
          {isPage && (
            <MenuPrice scene={scene} amountMinor={variant?.priceMinor ?? amountMinor} wasMinor={sale?.regularMinor} />
          )}
          {left !== undefined && !readOnly && <Text className="b-menu__left">{words.left(left)}</Text>}
          {variant && elsewhere.length > 0 && (
            <Text className="b-menu__small">
              {own.otherPrices(
                scene.channels
                  .map((each) => `${own.byChannel[each]} ${scene.money(priceFor(variant, each))}`)
                  .join(' · '),
              )}
            </Text>
          )}
        </View>
        {dish.variants.length > 1 && (
          <OptionGroup name={own.size} hint="">
            {dish.variants.map((variant) => (
              <Chip
                key={variant.id}
                radio
                name={variant.name}
                extra={scene.money(variant.priceMinor)}
                on={variant.id === choice.variantId}
                off={variant.soldOut}
                soldOut={words.soldOut}
                onTap={() => {
                  setChoice({ ...choice, variantId: variant.id })
                  setQuantity(Math.min(quantity, variant.left ?? quantity))
                }}
              />
            ))}
          </OptionGroup>
        )}
        {groups.map((group) => (
          <ModifierChoice
            key={group.id}
            id={idOf(group)}
            scene={scene}
            group={group}
            chosen={choice.chosen}
            wanting={missing?.groupId === group.id}
            onChange={(chosen) => setChoice({ ...choice, chosen })}
          />
        ))}
        {!readOnly && (
          <View className="b-menu__group">
            <Text className="b-menu__group-name">{own.note}</Text>
            <Input
              value={note}
              maxlength={140}
              placeholder={own.noteHint}
              ariaLabel={own.note}
              onInput={(event) => setNote(event.detail.value)}
            />
          </View>
        )}
      </Body>
      <View className={`b-menu__foot${isPage ? ' b-menu__foot--page' : ''}`}>
        {readOnly ? (
          <>
            {!isPage && <MenuPrice scene={scene} amountMinor={amountMinor} wasMinor={sale?.regularMinor} />}
            {out && <Text className="b-menu__out">{out}</Text>}
          </>
        ) : (
          <>
            <Stepper words={words} name={dish.name} count={quantity} fewest={1} most={left} onChange={setQuantity} />
            <Button className="b-menu__main" onClick={onAdd && submit}>
              <Text>
                {missing && missingGroup ? own.stillMissing(missingGroup.name, missing.missing) : own.addToCart}
              </Text>
              <Text className="b-menu__main-amount">{scene.money(amountMinor * quantity)}</Text>
            </Button>
          </>
        )}
      </View>
    </>
  )
}

function Body({ isPage, children }: { readonly isPage: boolean; readonly children: ReactNode }) {
  if (isPage) return <View className="b-menu__page-body">{children}</View>
  return (
    <ScrollView scrollY className="b-menu__sheet-body">
      {children}
    </ScrollView>
  )
}

interface ModifierChoiceProps {
  readonly id: string
  readonly scene: MenuScene
  readonly group: ModifierGroup
  readonly chosen: Choice['chosen']
  readonly wanting: boolean
  readonly onChange: (chosen: Choice['chosen']) => void
}

function ModifierChoice({ id, scene, group, chosen, wanting, onChange }: ModifierChoiceProps) {
  const { words } = scene
  const own = sheetWords(scene.env)
  const single = group.max === 1
  const rule = () => {
    if (!single && countOf(group, chosen) >= group.max) return own.groupFull(group.max)
    if (group.min === 0) return own.optional(group.max)
    return group.min === group.max ? own.required(group.min) : own.requiredRange(group.min, group.max)
  }
  return (
    <OptionGroup id={id} name={group.name} hint={rule()} wanting={wanting}>
      {group.options.map((option) => {
        const count = chosen[option.id] ?? 0
        const room = roomFor(group, chosen, option.id)
        return (
          <Chip
            key={option.id}
            radio={single && group.min === 1}
            name={option.name}
            extra={option.priceMinor ? `+${scene.money(option.priceMinor)}` : ''}
            on={count > 0}
            off={option.soldOut || (!single && !count && room === 0)}
            soldOut={option.soldOut ? words.soldOut : ''}
            onTap={() => onChange(toggleOption(group, chosen, option.id))}
          >
            {!single && option.maxQuantity > 1 && count > 0 && (
              <Stepper
                words={words}
                name={option.name}
                count={count}
                most={room}
                onChange={(next) => onChange(setOption(group, chosen, option.id, next))}
              />
            )}
          </Chip>
        )
      })}
    </OptionGroup>
  )
}

interface OptionGroupProps {
  readonly id?: string
  readonly name: string
  readonly hint: string
  readonly wanting?: boolean
  readonly children: ReactNode
}

function OptionGroup({ id, name, hint, wanting, children }: OptionGroupProps) {
  return (
    <View className="b-menu__group" id={id} ariaRole="group" ariaLabel={hint ? `${name}, ${hint}` : name}>
      <View className="b-menu__group-head">
        <Text className="b-menu__group-name">{name}</Text>
        {hint && <Text className={`b-menu__hint${wanting ? ' b-menu__hint--wanting' : ''}`}>{hint}</Text>}
      </View>
      <View className="b-menu__chips">{children}</View>
    </View>
  )
}

interface ChipProps {
  readonly radio?: boolean
  readonly name: string
  readonly extra: string
  readonly on: boolean
  readonly off: boolean
  readonly soldOut: string
  readonly onTap: () => void
  /** A stepper for options that may be taken more than once. */
  readonly children?: ReactNode
}

function Chip({ radio, name, extra, on, off, soldOut, onTap, children }: ChipProps) {
  return (
    <View className={`b-menu__chip${on ? ' b-menu__chip--on' : ''}${off ? ' b-menu__chip--off' : ''}`}>
      <View
        className="b-menu__chip-tap"
        ariaRole={radio ? 'radio' : 'checkbox'}
        ariaChecked={on}
        ariaDisabled={off}
        onClick={off ? undefined : onTap}
      >
        <Text>{name}</Text>
        {off && soldOut ? (
          <Text className="b-menu__chip-extra">{soldOut}</Text>
        ) : (
          extra && <Text className="b-menu__chip-extra">{extra}</Text>
        )}
      </View>
      {children}
    </View>
  )
}
