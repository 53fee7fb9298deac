/** What the bench uses of autocannon, which has no types of its own. https://github.com/mcollina/autocannon#api */
declare module 'autocannon' {
  interface Result {
    readonly errors: number
    readonly timeouts: number
    /** In seconds. */
    readonly duration: number
    readonly '4xx': number
    readonly '5xx': number
    readonly requests: { readonly total: number }
  }
  export default function autocannon(options: {
    readonly url: string
    readonly connections: number
    /** In seconds. */
    readonly duration: number
    readonly headers: Readonly<Record<string, string>>
  }): Promise<Result>
}
