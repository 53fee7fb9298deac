/** First characters of each letter's part of the Chinese alphabet by sound; no syllable begins with i, u or v. */
const letters = 'abcdefghjklmnopqrstwxyz'
const firsts = [...'阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨他穵夕丫帀']

let collator: Intl.Collator | undefined

/**
 * Chinese characters by the first letters of their sounds, e.g. `hsnrm` for 红烧牛肉面, as people type who look for
 * something quickly; all else as it is. The browser's own order by sound tells; of a character with several sounds it
 * knows one. Where it cannot order by sound, nothing matches.
 */
export function initialsOf(text: string): string {
  collator ??= new Intl.Collator('zh-CN-u-co-pinyin')
  const { compare } = collator
  return text.replace(/\p{Script=Han}/gu, (character) => {
    const at = firsts.findLastIndex((first) => compare(character, first) >= 0)
    return letters[at] ?? character
  })
}
