/** The frame of the platform's pages for customers: drawn by the server, works without scripts. */
import { createHash } from 'node:crypto'
import { pageStyle } from './page-style.ts'
import type { CustomerLanguage, CustomerWords } from './words.ts'

export interface PageScene {
  readonly language: CustomerLanguage
  readonly words: CustomerWords
  /** Messages go nowhere here. */
  readonly isDemo: boolean
  /** Of this page in the other language. */
  readonly otherLanguageUrl: string
}

const styleHash = createHash('sha256').update(pageStyle).digest('base64')

/**
 * What may happen on these pages: their own style, and forms that post here and may end at the program (browsers check the
 * whole chain of redirects).
 */
export function pagePolicy(programOrigin: string | undefined): string {
  const ends = programOrigin === undefined ? '' : ` ${programOrigin}`
  return `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self'${ends}; base-uri 'none'; frame-ancestors 'none'`
}

/** @param body - HTML, with whatever people typed escaped */
export function drawPage(
  { language, words, isDemo, otherLanguageUrl }: PageScene,
  title: string,
  body: string,
): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<style>${pageStyle}</style>
</head>
<body>
<header>${isDemo ? `<p class="demo">${words.demo}</p>` : ''}
<div class="bar"><b>${words.platform}</b><a href="${escapeHtml(otherLanguageUrl)}" lang="${language === 'en' ? 'zh-CN' : 'en'}">${words.language}</a></div></header>
<main>
${body}
</main>
</body>
</html>`
}

/** The card's head: whose sign-in it is, what is asked, and why. */
export function drawHead(sign: string, title: string, why: string): string {
  const [first = ''] = sign.trim()
  return `<div class="head"><p class="sign" aria-hidden="true">${escapeHtml(first.toUpperCase())}</p><h1>${escapeHtml(title)}</h1>${why ? `<p class="why">${escapeHtml(why)}</p>` : ''}</div>`
}

export function drawProblem(problem: string | undefined): string {
  return problem === undefined ? '' : `<p class="notice bad" role="alert" id="problem">${escapeHtml(problem)}</p>`
}

export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
