import type { ReactElement } from 'react'
import { shellWords } from './words.ts'

/** What a visitor sees at an address that no page has. */
export function NotFound({ language }: { readonly language: string }): ReactElement {
  const words = shellWords(language).notFound
  return (
    <div className="sw-not-found">
      <svg className="sw-not-found__picture" viewBox="0 0 96 96" aria-hidden="true">
        <rect x="14" y="20" width="68" height="52" rx="10" fill="none" stroke="currentColor" stroke-width="3" />
        <path
          d="M14 36h68M26 28h.1M34 28h.1M38 62c6-8 14-8 20 0M38 47v2M58 47v2"
          fill="none"
          stroke="currentColor"
          stroke-width="3"
          stroke-linecap="round"
        />
      </svg>
      <h2 className="sw-not-found__title">{words.title}</h2>
      <p className="sw-not-found__text">{words.text}</p>
      <a className="sw-not-found__home" href="/">
        {words.home}
      </a>
    </div>
  )
}

/** Hidden until the page's script finds the network gone. */
export function OfflineNotice({ language }: { readonly language: string }): ReactElement {
  return (
    <div className="sw-offline" role="status" data-offline="" hidden>
      {shellWords(language).offline}
    </div>
  )
}
