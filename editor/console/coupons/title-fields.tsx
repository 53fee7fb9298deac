import { TextField } from '#editor/ui/index.ts'
import { useWords } from '#editor/words/use-words.ts'
import { useShop } from '../shop-context.ts'
import type { CouponFieldsProps } from './coupon-form.tsx'

const mostLetters = 60

/** Its name in the program's language first; the other one is for those who want it. */
export function TitleFields({ draft, change, suggested }: CouponFieldsProps & { readonly suggested: string }) {
  const { coupons: words } = useWords()
  const { language } = useShop().program
  const other = language === 'en' ? 'zh-CN' : 'en'
  const write = (name: typeof language, text: string) => change({ title: { ...draft.title, [name]: text } })
  return (
    <div className="coupon-form__group">
      <TextField
        label={words.name}
        help={words.nameHelp}
        placeholder={suggested}
        maxLength={mostLetters}
        value={draft.title[language]}
        onChange={(text) => write(language, text)}
      />
      <TextField
        label={words.otherName[other]}
        help={words.otherNameHelp}
        maxLength={mostLetters}
        value={draft.title[other]}
        onChange={(text) => write(other, text)}
      />
    </div>
  )
}
