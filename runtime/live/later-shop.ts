import type { Answer, ShopActions } from '#components/kit/host.ts'

type AnyAction = (...given: readonly unknown[]) => Promise<Answer<unknown>>

/** A shop whose code is fetched when something is first asked of it. That it cannot be fetched is the failure `offline`. */
export function createLaterShop(load: () => Promise<ShopActions>): ShopActions {
  return new Proxy({} as ShopActions, {
    get: (_, name: keyof ShopActions): AnyAction => {
      return async (...given) => {
        const shop = await load().catch(() => undefined)
        if (shop) return (shop[name] as AnyAction)(...given)
        return { ok: false, failure: { code: 'offline', message: 'The shop could not be reached' } }
      }
    },
  })
}
