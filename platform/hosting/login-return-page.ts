/** Where the platform sends a customer back to: the page's script hands the code to the shop and goes on. */
import { createHash } from 'node:crypto'
import type { ModuleFiles } from '#runtime/runtime-assets.ts'
import type { Site } from './find-site.ts'

const words = {
  en: {
    working: 'One moment…',
    failed: 'That did not work',
    text: 'The sign-in took too long, or was begun in another browser. Nothing was lost: go back and try again.',
    back: 'Back to the shop',
  },
  'zh-CN': {
    working: '请稍候…',
    failed: '登录没有完成',
    text: '时间过长，或者是在另一个浏览器中开始的。内容都还在，请返回再试一次。',
    back: '返回店铺',
  },
} as const

const style = `
:root{color-scheme:light dark;--ground:#faf7f2;--ink:#2b2320;--muted:#6b5d55;--edge:#a09186}
@media(prefers-color-scheme:dark){:root{--ground:#1b1715;--ink:#f4ece6;--muted:#b3a49a;--edge:#7d6f64}}
body{margin:0;min-height:100vh;min-height:100dvh;display:grid;place-items:center;padding:24px;box-sizing:border-box;background:var(--ground);color:var(--ink);
font:16px/1.6 system-ui,-apple-system,"PingFang SC","Hiragino Sans GB","Noto Sans CJK SC","Microsoft YaHei",sans-serif}
main{max-width:360px;text-align:center}
h1{margin:0 0 8px;font-size:22px;line-height:1.3}
p{margin:0 0 24px;color:var(--muted);text-wrap:balance}
a{display:inline-block;padding:11px 24px;border:1px solid var(--edge);border-radius:99px;color:inherit;text-decoration:none}
[hidden]{display:none}`

const styleHash = createHash('sha256').update(style).digest('base64')

export function loginReturnPage(
  { language, name }: Pick<Site, 'language' | 'name'>,
  { js, imports }: ModuleFiles,
): Response {
  const { working, failed, text, back } = words[language]
  const html = [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover"><meta name="robots" content="noindex">',
    `<title>${escapeText(name)}</title><style>${style}</style>`,
    ...[...imports, js].map((href) => `<link rel="modulepreload" href="${href}">`),
    `<script type="module" src="${js}"></script></head><body><main>`,
    `<p data-working role="status">${working}</p>`,
    `<section data-failed role="alert" hidden><h1>${failed}</h1><p>${text}</p><a href="/">${back}</a></section>`,
    '</main></body></html>',
  ].join('')
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; script-src 'self'; style-src 'sha256-${styleHash}'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    },
  })
}

function escapeText(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
