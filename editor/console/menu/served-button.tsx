import { Clock } from 'lucide-react'
import { useState } from 'react'
import { api, queryCache, useMutation } from '#editor/api/index.ts'
import { Button, Dialog, Segmented, showToast } from '#editor/ui/index.ts'
import { failureText } from '#editor/words/failure-text.ts'
import { useLanguage, useWords, wordsNow } from '#editor/words/use-words.ts'
import type { ServedTimes } from '#model/shop/catalogue.ts'
import type { MerchantCatalogue } from '#platform/contract/merchant.ts'
import { keys } from '../keys.ts'
import { hoursProblems, inOrder, isoDays } from '../rules/hours.ts'
import { servedText } from '../rules/served.ts'
import { WeeklyHours } from '../settings/weekly-hours.tsx'
import { useCanWork, useShop } from '../shop-context.ts'
import '../settings/settings.css'

type Category = MerchantCatalogue['categories'][number]

/** When a category is served, beside its name; opens where that is said. */
export function ServedButton({ category }: { readonly category: Category }) {
  const words = useWords()
  const language = useLanguage()
  const canWork = useCanWork()
  const [isOpen, setOpen] = useState(false)
  const text = category.served
    ? servedText(category.served, {
        dayNames: words.console.weekdays,
        everyDay: words.menuRules.everyDay,
        join: words.console.periodJoin,
      }) || words.menuRules.none
    : words.menuRules.always
  if (!canWork) return category.served ? <span className="served">{text}</span> : null
  return (
    <>
      <Button
        variant="quiet"
        icon={<Clock size={14} aria-hidden />}
        aria-label={words.menuRules.servedNow(category.name[language], text)}
        onPress={() => setOpen(true)}
      >
        {text}
      </Button>
      {isOpen ? <ServedDialog category={category} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

/** What somebody begins with who says that it is not always. */
const workdayMornings: ServedTimes = isoDays.slice(0, 5).map((day) => ({ day, opens: '06:00', closes: '10:00' }))

function ServedDialog({ category, onClose }: { readonly category: Category; readonly onClose: () => void }) {
  const { menuRules: words } = useWords()
  const language = useLanguage()
  const { program } = useShop()
  const [served, setServed] = useState(category.served)
  const name = category.name[language]
  const hours = { weekly: served ?? [], exceptions: [] }
  const problems = hoursProblems(hours)
  const save = useMutation(
    (times: ServedTimes | null) => api.changeCategory(program.id, category.id, { served: times }),
    {
      onDone: (catalogue) => {
        queryCache.tell<MerchantCatalogue>(keys.catalogue(program.id), () => catalogue)
        showToast({ text: words.saved(name), tone: 'good' })
        onClose()
      },
      onFailed: (failure) => showToast({ text: failureText(failure, wordsNow()), tone: 'bad' }),
    },
  )
  const isEmpty = served?.length === 0
  return (
    <Dialog
      title={words.served(name)}
      isOpen
      onClose={onClose}
      widthPx={560}
      foot={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button
            variant="primary"
            isPending={save.busy}
            isDisabled={problems.length > 0 || isEmpty}
            onPress={() => void save.run(served && inOrder(hours).weekly)}
          >
            {words.save}
          </Button>
        </>
      }
    >
      <div className="stock__form">
        <Segmented
          label={words.when}
          options={[
            { value: 'always', label: words.always },
            { value: 'times', label: words.atTimes },
          ]}
          value={served ? 'times' : 'always'}
          onChange={(value) => setServed(value === 'times' ? (category.served ?? workdayMornings) : null)}
        />
        <p className="settings__note">{isEmpty ? words.none : served ? words.atTimesNote : words.alwaysNote}</p>
        {served ? <WeeklyHours hours={hours} problems={problems} onChange={({ weekly }) => setServed(weekly)} /> : null}
      </div>
    </Dialog>
  )
}
