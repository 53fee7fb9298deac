import { useLocale } from '#editor/words/use-words.ts'

/** Moments in the shop's zone, as this person reads them. */
export function useMoment(timeZone: string): (iso: string) => string {
  const locale = useLocale()
  return (iso) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(new Date(iso))
}
