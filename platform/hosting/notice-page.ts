/** Pages of an origin that has nothing to show: drawn by the platform, in the visitor's language, without any script. */
import { createHash } from 'node:crypto'

export type Notice = 'unpublished' | 'unknown' | 'broken'

const words = {
  unpublished: {
    en: { title: 'Opening soon', text: 'This mini-program has not been published yet. Come back in a little while.' },
    'zh-CN': { title: '即将开放', text: '这个小程序还没有发布，请稍后再来。' },
  },
  unknown: {
    en: { title: 'Nothing lives here', text: 'Check the link, or scan the code at the shop once more.' },
    'zh-CN': { title: '这里什么也没有', text: '请检查链接，或在店内重新扫码。' },
  },
  broken: {
    en: { title: 'One moment, please', text: 'The shop cannot be shown just now. Nothing is lost; try again shortly.' },
    'zh-CN': { title: '请稍等片刻', text: '店铺暂时无法显示，您的数据不会丢失，请稍后重试。' },
  },
} as const

const statuses = { unpublished: 404, unknown: 404, broken: 503 } as const

const style = `
:root{color-scheme:light dark;--ground:#faf7f2;--ink:#2b2320;--muted:#75675f;--card:#fff;--line:#eadfd3;--warm:#d9480f}
@media(prefers-color-scheme:dark){:root{--ground:#1b1715;--ink:#f4ece6;--muted:#b3a49a;--card:#262019;--line:#3a3029;--warm:#ff9a5c}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;min-height:100dvh;display:grid;place-items:center;padding:24px;background:var(--ground);color:var(--ink);
font:16px/1.6 system-ui,-apple-system,"PingFang SC","Hiragino Sans GB","Noto Sans CJK SC","Microsoft YaHei",sans-serif}
main{max-width:360px;text-align:center}
svg{width:152px;height:152px;display:block;margin:0 auto 20px}
h1{margin:0 0 8px;font-size:22px;line-height:1.3;font-weight:700;text-wrap:balance}
p{margin:0;color:var(--muted);text-wrap:balance}
.name{display:inline-block;margin-bottom:16px;padding:4px 12px;border:1px solid var(--line);border-radius:99px;background:var(--card);font-size:14px;color:var(--ink);overflow-wrap:anywhere}
.steam{animation:rise 3s ease-in-out infinite;transform-origin:center}
.steam:nth-of-type(2){animation-delay:.6s}
@keyframes rise{0%,100%{opacity:.25;transform:translateY(3px)}50%{opacity:.9;transform:translateY(-3px)}}
@media(prefers-reduced-motion:reduce){.steam{animation:none;opacity:.6}}`

/** A covered bowl, still warm. */
const picture = `<svg viewBox="0 0 152 152" fill="none" aria-hidden="true">
<ellipse cx="76" cy="128" rx="48" ry="5" fill="var(--line)"/>
<path class="steam" d="M58 44c-6-7 6-11 0-19" stroke="var(--warm)" stroke-width="4" stroke-linecap="round"/>
<path class="steam" d="M76 40c-6-7 6-11 0-19" stroke="var(--warm)" stroke-width="4" stroke-linecap="round"/>
<path class="steam" d="M94 44c-6-7 6-11 0-19" stroke="var(--warm)" stroke-width="4" stroke-linecap="round"/>
<path d="M32 74h88c0 28-18 48-44 48S32 102 32 74Z" fill="var(--card)" stroke="var(--ink)" stroke-width="3" stroke-linejoin="round"/>
<path d="M38 90c22 8 54 8 76 0" stroke="var(--warm)" stroke-width="4" stroke-linecap="round"/>
<path d="M40 74c2-14 17-22 36-22s34 8 36 22Z" fill="var(--card)" stroke="var(--ink)" stroke-width="3" stroke-linejoin="round"/>
<circle cx="76" cy="50" r="5" fill="var(--warm)" stroke="var(--ink)" stroke-width="3"/>
</svg>`

const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`

/** @param language - of the program if there is one, else what the browser asks for */
export function noticePage(notice: Notice, language: 'en' | 'zh-CN', name?: string): Response {
  const { title, text } = words[notice][language]
  const html = [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover"><meta name="robots" content="noindex">',
    `<title>${title}</title><style>${style}</style></head><body><main>`,
    picture,
    name ? `<span class="name">${escapeText(name)}</span>` : '',
    `<h1>${title}</h1><p>${text}</p></main></body></html>`,
  ].join('')
  return new Response(html, {
    status: statuses[notice],
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      ...(notice === 'broken' && { 'retry-after': '5' }),
    },
  })
}

export function languageOf(acceptLanguage: string | null): 'en' | 'zh-CN' {
  return acceptLanguage?.trim().toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}

function escapeText(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
