export interface PhoneReach {
  /** Origins at which a phone in the same network finds this server, likeliest first. */
  readonly origins: readonly string[]
  /** Why there are none: the server listens on this computer only, or the computer is in no network. */
  readonly problem: 'only-here' | 'no-network' | null
}
