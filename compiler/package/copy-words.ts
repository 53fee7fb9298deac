/** What a page of a package says where the shop itself would have to answer. */
import type { CompiledProgram } from '#model/compiled-program.ts'

export interface CopyWords {
  readonly language: 'en' | 'zh-CN'
  readonly texts: { readonly title: string; readonly text: string; readonly open: string; readonly close: string }
}

export function copyWords(
  { language, name }: Pick<CompiledProgram, 'language' | 'name'>,
  { origin, asOf }: { readonly origin: string; readonly asOf: string },
): CopyWords {
  const { host } = new URL(origin)
  return language.toLowerCase().startsWith('zh')
    ? {
        language: 'zh-CN',
        texts: {
          title: `这是${name}的副本（${asOf}）`,
          text: `下单、预约、会员和支付请前往店铺自己的地址：${host}`,
          open: '前往店铺',
          close: '关闭',
        },
      }
    : {
        language: 'en',
        texts: {
          title: `This is a copy of ${name}, made ${asOf}`,
          text: `Ordering, booking, membership and payment work at the shop’s own address: ${host}`,
          open: 'Go to the shop',
          close: 'Close',
        },
      }
}

/** The sheet that says so. A copy cannot know whether the shop is open at this hour, so it does not say. */
export const copyStyles = [
  '.sw-copy{position:fixed;z-index:50;inset:auto 0 0;max-width:480px;margin:0 auto;padding:16px 16px calc(16px + env(safe-area-inset-bottom));',
  'border-radius:16px 16px 0 0;background:var(--sw-card);color:var(--sw-ink);box-shadow:0 -6px 24px rgb(0 0 0/24%);font-size:var(--sw-text-s)}',
  '.sw-copy__title{margin:0 0 4px;font-size:var(--sw-text-m);font-weight:600}',
  '.sw-copy__text{margin:0 0 12px;overflow-wrap:anywhere}',
  '.sw-copy__actions{display:flex;gap:8px}',
  '.sw-copy__open,.sw-copy__close{flex:1;min-height:44px;padding:10px 16px;border:1px solid var(--sw-line);border-radius:var(--sw-radius);',
  'background:none;color:inherit;font:inherit;line-height:24px;text-align:center;text-decoration:none}',
  '.sw-copy__open{border-color:transparent;background:var(--sw-accent);color:var(--sw-on-accent);font-weight:600}',
  '.b-opening-hours__status{display:none}',
].join('')
