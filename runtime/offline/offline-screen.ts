/** What is said where there is no network: styles are attributes, the only ones that a page's policy lets in. */
const words = {
  en: {
    notice: (when: string) => `You are offline. This is how it was on ${when}; prices and times may have changed.`,
    title: 'You are offline',
    text: 'This page was not opened before, so there is nothing kept of it. Try again when you have a connection.',
    kept: 'Opened before',
    again: 'Try again',
  },
  'zh-CN': {
    notice: (when: string) => `当前没有网络。页面内容保存于 ${when}，价格和时间可能已有变化。`,
    title: '当前没有网络',
    text: '这个页面之前没有打开过，所以没有保存的内容。有网络后请再试一次。',
    kept: '之前打开过的页面',
    again: '再试一次',
  },
} as const

type Language = keyof typeof words

function languageOf(tag: string): Language {
  return tag.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}

/** The kept page, with a line above it that says since when it has been kept. */
export async function withNotice(page: Response, keptAtMs: number, fallback: string): Promise<Response> {
  const html = await page.text()
  const language = languageOf(/<html lang="([^"]*)"/.exec(html)?.[1] ?? fallback)
  const when = new Date(keptAtMs).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' })
  const notice =
    '<p role="status" data-kept style="margin:0;padding:10px 16px;background:#7c2d12;color:#fff;' +
    `font:14px/1.5 system-ui,sans-serif;text-align:center">${words[language].notice(when)}</p>`
  return new Response(
    html.replace(/<body[^>]*>/, (body) => body + notice),
    { headers: page.headers },
  )
}

/** For a page that was never open. @param kept - what was, by path; titles as they stand in their pages' HTML */
export function offlineScreen(
  kept: readonly { readonly path: string; readonly title: string }[],
  tag: string,
): Response {
  const language = languageOf(tag)
  const { title, text, again, kept: heading } = words[language]
  const links = kept
    .map(
      ({ path, title: name }) =>
        `<li style="margin:0;border-top:1px solid #8884"><a href="${path.replaceAll(/["&<>]/g, '')}" style="display:block;padding:14px 4px;color:inherit">${name}</a></li>`,
    )
    .join('')
  const list = links
    ? `<h2 style="margin:32px 0 8px;font-size:14px;font-weight:600;opacity:.7">${heading}</h2><ul style="list-style:none;margin:0;padding:0;text-align:start">${links}</ul>`
    : ''
  const html = [
    `<!doctype html><html lang="${language}" style="color-scheme:light dark"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title></head>`,
    '<body style="margin:0;min-height:100vh;display:grid;place-items:center;font:16px/1.6 system-ui,sans-serif">',
    '<main style="box-sizing:border-box;width:100%;max-width:400px;padding:24px;text-align:center">',
    `<h1 style="margin:0 0 8px;font-size:22px;line-height:1.3">${title}</h1><p style="margin:0 0 20px;opacity:.8">${text}</p>`,
    `<a href="" style="display:inline-block;padding:11px 24px;border:1px solid;border-radius:99px;color:inherit;text-decoration:none">${again}</a>`,
    `${list}</main></body></html>`,
  ].join('')
  return new Response(html, {
    status: 503,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src-attr 'unsafe-inline'",
    },
  })
}
