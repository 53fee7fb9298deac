import type { CompiledProgram } from '#model/compiled-program.ts'
import { themeColours } from '#runtime/theme-css.ts'
import { requestedPermissions } from './requested-permissions.ts'

/** Of what a package asks of whoever runs it. Raised when older hosts could no longer show it. */
const platformVersion = 1

/** Members by the names of https://www.w3.org/TR/miniapp-manifest/; `start_url` and `scope` are for browsers. */
export interface PackageManifest {
  readonly app_id: string
  readonly name: string
  readonly short_name: string
  readonly description: string
  readonly lang: string
  readonly dir: 'ltr'
  readonly icons: readonly { readonly src: string; readonly sizes: string; readonly label: string }[]
  readonly version: { readonly code: number; readonly name: string }
  readonly platform_version: { readonly min_code: number }
  readonly pages: readonly string[]
  readonly color_scheme: 'auto' | 'light' | 'dark'
  readonly device_type: readonly string[]
  readonly window: {
    readonly navigation_bar_title_text: string
    readonly navigation_bar_background_color: string
    readonly navigation_bar_text_style: 'white' | 'black'
    readonly background_color: string
    readonly orientation: 'portrait'
  }
  readonly req_permissions: readonly { readonly name: string; readonly reason: string }[]
  readonly start_url: string
  readonly scope: '.'
}

export function packageManifest(of: {
  readonly program: CompiledProgram
  readonly version: number
  readonly origin: string
  /** Names inside `pages/`, the home page's first. */
  readonly pageFiles: readonly string[]
}): PackageManifest {
  const { program, version, origin } = of
  const { name, language, theme } = program
  const { scheme } = theme
  const colours = themeColours(theme)[scheme === 'dark' ? 'dark' : 'light']
  const pages = of.pageFiles.map((file) => `pages/${file}`)
  return {
    app_id: appId(origin),
    name,
    short_name: [...name].slice(0, 12).join(''),
    description: name,
    lang: language,
    dir: 'ltr',
    icons: [{ src: 'common/icon.svg', sizes: 'any', label: name }],
    version: { code: version, name: `${version}.0` },
    platform_version: { min_code: platformVersion },
    pages,
    color_scheme: scheme === 'light' || scheme === 'dark' ? scheme : 'auto',
    device_type: ['smartphone', 'tablet'],
    window: {
      navigation_bar_title_text: name,
      navigation_bar_background_color: colours.ground,
      navigation_bar_text_style: scheme === 'dark' ? 'white' : 'black',
      background_color: colours.ground,
      orientation: 'portrait',
    },
    req_permissions: requestedPermissions(program),
    start_url: pages[0] ?? 'index.html',
    scope: '.',
  }
}

/** The program's host backwards, as the specification recommends; each part begins with a letter and ends with one or a digit. */
function appId(origin: string): string {
  const parts = new URL(origin).hostname.split('.').toReversed()
  return parts.map((part) => (/^[a-z]/.test(part) ? part : `p${part}`)).join('.')
}
