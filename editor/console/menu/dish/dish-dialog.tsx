import { ImagePlus, Plus, Trash2, UtensilsCrossed } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { FileTrigger } from 'react-aria-components'
import { api, ApiFailure, queryCache, useMutation } from '#editor/api/index.ts'
import { Button, Dialog, IconButton, Select, showToast, TextField } from '#editor/ui/index.ts'
import { failureText } from '#editor/words/failure-text.ts'
import { useLanguage, useLocale, useWords, wordsNow } from '#editor/words/use-words.ts'
import type { MerchantCatalogue, MerchantDish } from '#platform/contract/merchant.ts'
import { keys } from '../../keys.ts'
import { currencySign } from '../../rules/money.ts'
import { useShop } from '../../shop-context.ts'
import { draftOf, emptySize, inputOf, isSound, problemsOf, type DishDraft, type SizeDraft } from './dish-draft.ts'
import './dish-dialog.css'

export interface DishDialogProps {
  readonly catalogue: MerchantCatalogue
  /** Absent for a new one. */
  readonly dish?: MerchantDish | undefined
  readonly onClose: () => void
}

/** A dish as one form: its words, its category, its sizes with their prices, and its picture. Live as soon as it is saved. */
export function DishDialog({ catalogue, dish, onClose }: DishDialogProps) {
  const words = useWords()
  const language = useLanguage()
  const { program } = useShop()
  const [draft, setDraft] = useState(() => draftOf(dish, catalogue, language))
  const [picture, setPicture] = useState<{ readonly id: string | null | undefined; readonly url: string | undefined }>({
    id: undefined,
    url: dish?.picture?.url,
  })
  const [isUploading, setUploading] = useState(false)
  // Sent again after a lost answer, it is the same dish.
  const [requestId, setRequestId] = useState(() => crypto.randomUUID())
  const [wasSent, setSent] = useState(false)
  const { dishForm: own } = words
  const problems = problemsOf(draft, catalogue.currency)
  const saving = useMutation((input: ReturnType<typeof inputOf>) => api.saveDish(program.id, input), {
    onFailed(failure) {
      showToast({ text: failureText(failure, wordsNow()), tone: 'bad' })
      if (failure.code !== 'offline') setRequestId(crypto.randomUUID())
      if (failure.code === 'conflict') void queryCache.refresh(keys.catalogue(program.id))
    },
  })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setSent(true)
    if (!isSound(problems) || isUploading) return
    const of = { dish, currency: catalogue.currency, language, requestId, pictureId: picture.id }
    const done = await saving.run(inputOf(draft, of))
    if (!done) return
    await queryCache.refresh(keys.catalogue(program.id))
    showToast({ text: (dish ? own.saved : own.added)(draft.name.trim()) })
    onClose()
  }
  const upload = async (file: File | undefined) => {
    if (!file) return
    setUploading(true)
    try {
      const { id, url } = await api.uploadPicture(program.workspaceId, file)
      setPicture({ id, url })
    } catch (error) {
      if (error instanceof ApiFailure) showToast({ text: failureText(error, wordsNow()), tone: 'bad' })
      else throw error
    } finally {
      setUploading(false)
    }
  }
  const change = (to: Partial<DishDraft>) => setDraft({ ...draft, ...to })
  return (
    <Dialog
      title={dish ? own.edit(dish.name[language]) : own.addTitle}
      isOpen
      onClose={onClose}
      widthPx={560}
      foot={
        <>
          <Button onPress={onClose}>{own.cancel}</Button>
          <Button variant="primary" type="submit" form="dish" isDisabled={isUploading || saving.busy}>
            {own.save}
          </Button>
        </>
      }
    >
      <form id="dish" className="dish-form" noValidate onSubmit={(event) => void submit(event)}>
        <div className="dish-form__about">
          <PictureChoice
            url={picture.url}
            isUploading={isUploading}
            onChoose={(file) => void upload(file)}
            onRemove={() => setPicture({ id: null, url: undefined })}
          />
          <div className="dish-form__words">
            <TextField
              label={own.name}
              autoFocus
              maxLength={60}
              value={draft.name}
              onChange={(name) => change({ name })}
              {...(wasSent && problems.name ? { error: own.nameMissing } : {})}
            />
            <CategoryChoice catalogue={catalogue} draft={draft} onChange={change} showsProblem={wasSent} />
          </div>
        </div>
        <TextField
          label={own.description}
          help={own.descriptionHelp}
          rows={2}
          maxLength={300}
          value={draft.description}
          onChange={(description) => change({ description })}
        />
        <Sizes
          sizes={draft.sizes}
          currency={catalogue.currency}
          problems={wasSent ? problems : undefined}
          onChange={(sizes) => change({ sizes })}
        />
      </form>
    </Dialog>
  )
}

const newOne = 'new'

function CategoryChoice(props: {
  readonly catalogue: MerchantCatalogue
  readonly draft: DishDraft
  readonly showsProblem: boolean
  readonly onChange: (to: Partial<DishDraft>) => void
}) {
  const { catalogue, draft, showsProblem, onChange } = props
  const { dishForm: words } = useWords()
  const language = useLanguage()
  const options = catalogue.categories.map(({ id, name }) => ({ value: id, label: name[language] }))
  return (
    <>
      {options.length > 0 ? (
        <Select
          label={words.category}
          options={[...options, { value: newOne, label: words.newCategory }]}
          value={draft.categoryId ?? newOne}
          onChange={(value) => onChange({ categoryId: value === newOne ? null : value })}
        />
      ) : null}
      {draft.categoryId === null ? (
        <TextField
          label={words.newCategoryName}
          maxLength={40}
          value={draft.newCategory}
          onChange={(newCategory) => onChange({ newCategory })}
          {...(showsProblem && draft.newCategory.trim() === '' ? { error: words.categoryMissing } : {})}
        />
      ) : null}
    </>
  )
}

function Sizes(props: {
  readonly sizes: readonly SizeDraft[]
  readonly currency: string
  readonly problems: ReturnType<typeof problemsOf> | undefined
  readonly onChange: (sizes: readonly SizeDraft[]) => void
}) {
  const { sizes, currency, problems, onChange } = props
  const { dishForm: words, console: said } = useWords()
  const sign = currencySign(currency, useLocale())
  const change = (key: string, to: Partial<SizeDraft>) =>
    onChange(sizes.map((size) => (size.key === key ? { ...size, ...to } : size)))
  const nameError = (key: string) => {
    const problem = problems?.sizes.get(key)
    return problem && { error: problem === 'size-twice' ? words.sizeTwice : words.sizeMissing }
  }
  const priceError = (key: string) => {
    const problem = problems?.prices.get(key)
    return problem && { error: said.priceProblem[problem] }
  }
  return (
    <fieldset className="dish-form__sizes">
      <legend className="dish-form__legend">{words.sizes}</legend>
      <p className="ui-field__help">{words.sizesHelp}</p>
      {sizes.map((size) => (
        <div key={size.key} className="dish-form__size">
          <TextField
            label={words.size}
            placeholder={words.sizePlaceholder}
            maxLength={40}
            value={size.name}
            onChange={(name) => change(size.key, { name })}
            {...nameError(size.key)}
          />
          <TextField
            label={words.price(sign)}
            inputMode="decimal"
            value={size.price}
            onChange={(price) => change(size.key, { price })}
            {...priceError(size.key)}
          />
          {/* One that customers may have in their carts stays; a new one is not there yet. */}
          {size.id === null && sizes.length > 1 ? (
            <IconButton
              label={words.removeSize(size.name)}
              icon={<Trash2 size={16} aria-hidden />}
              onPress={() => onChange(sizes.filter(({ key }) => key !== size.key))}
            />
          ) : null}
        </div>
      ))}
      <Button
        size="small"
        icon={<Plus size={14} aria-hidden />}
        isDisabled={sizes.length >= 20}
        onPress={() => onChange([...sizes, emptySize()])}
      >
        {words.addSize}
      </Button>
    </fieldset>
  )
}

function PictureChoice(props: {
  readonly url: string | undefined
  readonly isUploading: boolean
  readonly onChoose: (file: File | undefined) => void
  readonly onRemove: () => void
}) {
  const { url, isUploading, onChoose, onRemove } = props
  const { dishForm: words } = useWords()
  return (
    <div className="dish-form__picture" role="group" aria-label={words.picture}>
      {url ? (
        <img src={`${url}?w=320`} alt="" />
      ) : (
        <span className="dish-form__no-picture" aria-hidden>
          <UtensilsCrossed size={28} />
        </span>
      )}
      <p role="status" className="ui-field__help">
        {isUploading ? words.uploading : ''}
      </p>
      <div className="dish-form__picture-tools">
        <FileTrigger acceptedFileTypes={['image/*']} onSelect={(files) => onChoose(files?.[0])}>
          <Button size="small" icon={<ImagePlus size={14} aria-hidden />} isDisabled={isUploading}>
            {url ? words.replacePicture : words.choosePicture}
          </Button>
        </FileTrigger>
        {url ? (
          <IconButton
            size="small"
            label={words.removePicture}
            icon={<Trash2 size={14} aria-hidden />}
            onPress={onRemove}
          />
        ) : null}
      </div>
    </div>
  )
}
