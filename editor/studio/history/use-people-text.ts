import { useLocale, useWords } from '#editor/words/use-words.ts'
import { useSession } from '../session/use-session.tsx'

interface Named {
  readonly id: string
  readonly name: string | null
}

/** "You, Ann and Bo". */
export function usePeopleText(): (people: readonly Named[]) => string {
  const { ownUserId } = useSession()
  const { versions } = useWords()
  const locale = useLocale()
  return (people) => {
    const names = people.map(({ id, name }) => (id === ownUserId ? versions.you : (name ?? versions.somebody)))
    return new Intl.ListFormat(locale, { style: 'long' }).format(names.length > 0 ? names : [versions.somebody])
  }
}
