/**
 * Widths of bars and gaps, in modules and by turns, of a Code 128 symbol (ISO/IEC 15417) that counter scanners read.
 * Begins and ends with a bar. Digits are packed two to a symbol where that is shorter; anything else is set B.
 * @returns null for text with characters outside printable ASCII.
 */
export function barCode(text: string): readonly number[] | null {
  if (!/^[ -~]+$/.test(text)) return null
  const symbols = symbolsOf(text)
  const check = symbols.reduce((sum, symbol, index) => sum + symbol * Math.max(1, index), 0) % 103
  return [...symbols, check].flatMap(patternOf).concat(stop)
}

const startB = 104
const startC = 105
const toC = 99
const stop = [2, 3, 3, 1, 1, 1, 2]

function symbolsOf(text: string): number[] {
  const valueB = (character: string) => character.charCodeAt(0) - 32
  const pairs = (digits: string) => (digits.match(/../g) ?? []).map(Number)
  // An even run of digits at the end, at least four: a shorter one would cost more than it saves.
  const tail = /(?:\d\d){2,}$/.exec(text)?.[0] ?? ''
  const head = [...text.slice(0, text.length - tail.length)].map(valueB)
  if (!tail) return [startB, ...head]
  return head.length ? [startB, ...head, toC, ...pairs(tail)] : [startC, ...pairs(tail)]
}

function patternOf(symbol: number): number[] {
  return [...patterns.slice(symbol * 6, symbol * 6 + 6)].map(Number)
}

/** Six widths for each symbol value from 0 to 105. */
const patterns =
  '212222222122222221121223121322131222122213122312132212221213221312231212112232122132122231113222123122123221' +
  '223211221132221231213212223112312131311222321122321221312212322112322211212123212321232121111323131123131321' +
  '112313132113132311211313231113231311112133112331132131113123113321133121313121211331231131213113213311213131' +
  '311123311321331121312113312311332111314111221411431111111224111422121124121421141122141221112214112412122114' +
  '122411142112142211241211221114413111241112134111111242121142121241114212124112124211411212421112421211212141' +
  '214121412121111143111341131141114113114311411113411311113141114131311141411131211412211214211232'
