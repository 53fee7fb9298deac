import type { ReactElement } from 'react'
import { options, type VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'

// Preact leaves boundaries out of rendering to text unless asked; without them one view that throws costs the page.
Object.assign(options, { errorBoundaries: true })

/** Renders to text with Preact, which is what `react` stands for wherever programs are drawn. */
export function renderHtml(element: ReactElement): string {
  return renderToString(element as unknown as VNode)
}

/** For text and attribute values. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

/** JSON that cannot end the script element it stands in. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}
