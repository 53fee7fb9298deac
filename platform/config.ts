import type { Capability } from '#model/capabilities.ts'

/** What an operator may set; `server/read-env.ts` fills it from the environment. */
export interface PlatformConfig {
  /** Origin of the editor, console, cashier and API, e.g. `http://localhost:4000`. */
  readonly publicUrl: string
  /** Programs live on `<label>.<this>`, e.g. `localhost:4000`; in production another registrable domain. */
  readonly programHost: string
  /**
   * Programs fetch their common code from one origin beside theirs, so that a browser that knows one shop has it for the
   * next. Browsers keep what they fetched per site: it helps where all programs are one site, not on `*.localhost` and not
   * under a domain of the public suffix list.
   */
  readonly sharedCode: boolean
  /** Believe `x-forwarded-for`; only behind a proxy that sets it. */
  readonly trustProxy: boolean
  /** One-click sign-in as a new person with a workspace of their own. */
  readonly demo: boolean
  /** What no program may do here, whatever it requests. */
  readonly withheld: ReadonlySet<Capability>
  /** Visitors' browsers keep what was open, to be read offline. False takes the worker away wherever it is. */
  readonly offlineReading: boolean
  /** Signs sessions; absent means one made once and kept in the database. */
  readonly secret: string | undefined
  /** Folder of the content-addressed files: pictures and releases. */
  readonly blobFolder: string
  /** What `vite build` made of `runtime/`. */
  readonly runtimeFolder: string
}

/** Where programs fetch the code that all of them have in common; undefined while each has it from its own origin. */
export function sharedCodeOrigin(
  config: Pick<PlatformConfig, 'publicUrl' | 'programHost' | 'sharedCode'>,
): string | undefined {
  return config.sharedCode ? programUrl(config, sharedCodeLabel) : undefined
}

/** No program has it: labels are longer. */
const sharedCodeLabel = 'code'

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
