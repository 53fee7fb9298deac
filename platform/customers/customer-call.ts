import type { Context } from 'hono'
import type { ShopDb } from '#platform/shop/scope.ts'
import type { PageScene } from './page.ts'
import type { SignInServices } from './sign-in-steps.ts'
import type { CustomerLanguage } from './words.ts'

/** One request to a page for customers; what was posted is in `form`. */
export interface CustomerCall {
  readonly c: Context
  readonly services: SignInServices & ShopDb
  readonly form: URLSearchParams
  readonly clientAddress: string
  /** @param fallback - for browsers that name no language we speak */
  scene(fallback: CustomerLanguage): PageScene
}

/** Where it leads: to a page of HTML, or on. */
export type Step =
  | {
      readonly html: string
      readonly status?: 200 | 404 | 422
      /** Where a form of this page may end, besides here. */
      readonly programOrigin?: string
    }
  | { readonly goTo: string }
