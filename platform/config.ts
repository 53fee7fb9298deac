/** What an operator may set; `server/read-env.ts` fills it from the environment. */
export interface PlatformConfig {
  /** Origin of the editor, console, cashier and API, e.g. `http://localhost:4000`. */
  readonly publicUrl: string
  /** Programs live on `<label>.<this>`, e.g. `localhost:4000`; in production another registrable domain. */
  readonly programHost: string
  /** Believe `x-forwarded-for`; only behind a proxy that sets it. */
  readonly trustProxy: boolean
  /** One-click sign-in into the shared demo workspace. */
  readonly demo: boolean
  /** Signs sessions; absent means one made once and kept in the database. */
  readonly secret: string | undefined
  /** Folder of the content-addressed files: pictures and releases. */
  readonly blobFolder: string
  /** What `vite build` made of `runtime/`. */
  readonly runtimeFolder: string
}

/** Address of a program's own origin, on the same scheme as the platform. */
export function programUrl(config: Pick<PlatformConfig, 'publicUrl' | 'programHost'>, label: string): string {
  return `${new URL(config.publicUrl).protocol}//${label}.${config.programHost}`
}

/** The label when this host is a program's origin. */
export function programLabelOf(config: Pick<PlatformConfig, 'programHost'>, host: string): string | undefined {
  const suffix = `.${config.programHost}`
  const name = host.toLowerCase()
  return name.endsWith(suffix) ? name.slice(0, -suffix.length) : undefined
}
