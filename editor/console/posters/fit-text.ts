/** Lines of text for drawings, which do not break lines by themselves. Widths are guessed: no font is measured. */

export interface FittedText {
  readonly lines: readonly string[]
  readonly sizeMm: number
}

/** The largest of the sizes between `mostMm` and `leastMm` in which the text stands on so many lines. */
export function fitText(
  text: string,
  { widthMm, mostMm, leastMm, lines: most }: { widthMm: number; mostMm: number; leastMm: number; lines: number },
): FittedText {
  for (let sizeMm = mostMm; sizeMm >= leastMm; sizeMm -= 0.5) {
    const widthEm = widthMm / sizeMm
    const lines = breakLines(text, widthEm)
    if (lines.length <= most && lines.every((line) => emOf(line) <= widthEm)) return { lines, sizeMm }
  }
  const widthEm = widthMm / leastMm
  const lines = breakLines(text, widthEm)
  const shown = [...lines.slice(0, most - 1), lines.slice(most - 1).join(' ')]
  return { lines: shown.map((line) => shorten(line, widthEm)), sizeMm: leastMm }
}

/** Parts that must not be torn: a word, or one letter of a script without spaces. */
function partsOf(text: string): readonly string[] {
  return (
    text.match(/[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]|[^\s\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]+|\s+/g) ?? []
  )
}

/** @param widthEm - of a line, in widths of a Chinese letter */
function breakLines(text: string, widthEm: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const part of partsOf(text.trim())) {
    // No line begins with a comma.
    const mayBreak = !/^[，。！？、；：）,.!?;:)]/.test(part)
    if (line !== '' && mayBreak && emOf((line + part).trim()) > widthEm) {
      lines.push(line.trim())
      line = part.trim()
    } else line += part
  }
  if (line.trim() !== '') lines.push(line.trim())
  return lines
}

function shorten(text: string, widthEm: number): string {
  let short = text
  while (short !== '' && emOf(`${short}…`) > widthEm) short = [...short].slice(0, -1).join('')
  return short === text ? text : `${short.trim()}…`
}

function emOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + letterEm(letter), 0)
}

function letterEm(letter: string): number {
  if (/[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]/.test(letter)) return 1
  if (/[ilj.,'!|:;ftr ()]/.test(letter)) return 0.34
  return /[A-ZmwMW@%]/.test(letter) ? 0.74 : 0.58
}
