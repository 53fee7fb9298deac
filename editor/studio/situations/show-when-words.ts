import type { ShowWhen } from '#model/show-when.ts'
import { whenText } from '#components/kit/shop-time.ts'
import { isShownNow, type ShowFacts } from '#runtime/show-when.ts'
import type { Words } from '#editor/words/use-words.ts'

/** How moments are said: by the shop's clock, in the person's language. */
export interface Telling {
  readonly words: Words['situations']
  readonly timeZone: string
  readonly language: 'en' | 'zh-CN'
}

/** Short, for the canvas: `Members only · Only while open`. */
export function conditionsInShort(showWhen: ShowWhen, telling: Telling, nowMs: number): string {
  const { conditions } = telling.words
  if (showWhen.hidden) return conditions.hidden
  return partsOf(showWhen, telling, nowMs, conditions).join(' · ')
}

/** What all conditions come to, and whether it is seen at this moment. */
export function showWhenSentence(showWhen: ShowWhen | undefined, telling: Telling, facts: ShowFacts): string {
  const { sentence, endsBeforeItBegins } = telling.words
  if (!showWhen) return sentence.always
  if (showWhen.hidden) return sentence.hidden
  const { fromMs, untilMs } = showWhen
  if (fromMs !== undefined && untilMs !== undefined && untilMs <= fromMs) return endsBeforeItBegins
  const parts = partsOf(showWhen, telling, facts.nowMs, sentence)
  const shown = sentence.shown(parts.join(telling.language === 'en' ? ', ' : '，'))
  const now = isShownNow(showWhen, facts) ? sentence.now : sentence.notNow
  return telling.language === 'en' ? `${shown} ${now}` : `${shown}${now}`
}

function partsOf(
  { fromMs, untilMs, audience, hours }: ShowWhen,
  { timeZone, language }: Telling,
  nowMs: number,
  say: Words['situations']['conditions'] | Words['situations']['sentence'],
): readonly string[] {
  const when = (ms: number) => whenText(new Date(ms).toISOString(), timeZone, language, nowMs)
  return [
    ...(fromMs === undefined ? [] : [say.from(when(fromMs))]),
    ...(untilMs === undefined ? [] : [say.until(when(untilMs))]),
    ...(hours === undefined ? [] : [say[hours]]),
    ...(audience === undefined ? [] : [say[audience]]),
  ]
}
