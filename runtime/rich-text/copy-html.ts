import { drawnLines } from '#components/kit/rich-text.ts'
import type { RichSpan } from '#components/kit/rich-text.ts'
import { valueOfRuns } from '#model/rich-text.ts'
import type { TextRun } from '#model/rich-text.ts'
import { ownMark } from './clean-html.ts'

/** What other programs get when formatted text is copied here, with the runs themselves for our own. */
export function htmlOfRuns(runs: readonly TextRun[]): string {
  const value = valueOfRuns(runs)
  let html = ''
  let open: 'ul' | 'ol' | undefined
  for (const { list, spans } of drawnLines(value)) {
    const wanted = list === 'bullet' ? 'ul' : list === 'number' ? 'ol' : undefined
    if (open !== wanted) html += (open ? `</${open}>` : '') + (wanted ? `<${wanted}>` : '')
    open = wanted
    const words = spans.map(htmlOfSpan).join('')
    html += list ? `<li>${words}</li>` : `<p>${words}</p>`
  }
  return `<div ${ownMark}="${escaped(JSON.stringify(value)).replaceAll('"', '&quot;')}">${html}${open ? `</${open}>` : ''}</div>`
}

function htmlOfSpan({ text, bold, italic, link }: RichSpan): string {
  const address = link?.kind === 'web' ? link.url : link?.kind === 'phone' ? `tel:${link.number}` : undefined
  const words = italic ? `<i>${escaped(text)}</i>` : escaped(text)
  const heavy = bold ? `<b>${words}</b>` : words
  return address === undefined ? heavy : `<a href="${escaped(address).replaceAll('"', '&quot;')}">${heavy}</a>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
