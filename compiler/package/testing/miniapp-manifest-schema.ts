/**
 * What a manifest must be, as a JSON Schema written from the text of the W3C's MiniApp Manifest (Working Draft,
 * https://www.w3.org/TR/miniapp-manifest/, sections "Conformance" and "Summary of Members"): the members that must be
 * there, the types of all that may be, and the values that the text lists. Members that it does not name are allowed, as
 * it allows them. The schema beside its source (`manifest_schema.json`) places some of these rules where they check
 * nothing, so it is not used as it stands.
 */
export const miniAppManifestSchema = {
  $id: 'miniapp-manifest',
  type: 'object',
  required: ['app_id', 'icons', 'name', 'pages', 'platform_version', 'version'],
  properties: {
    // Parts between dots begin with a letter and end with a letter or digit: the rule that the text recommends.
    app_id: {
      type: 'string',
      pattern: '^[A-Za-z](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*$',
    },
    name: { type: 'string', minLength: 1 },
    short_name: { type: 'string' },
    description: { type: 'string' },
    lang: { type: 'string', pattern: '^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$' },
    dir: { enum: ['ltr', 'rtl', 'auto'] },
    color_scheme: { enum: ['auto', 'light', 'dark'] },
    device_type: { type: 'array', items: { type: 'string' } },
    icons: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['src'],
        properties: {
          src: { type: 'string', format: 'uri-reference' },
          sizes: { type: 'string', pattern: '^(?:any|[0-9]+x[0-9]+)(?: (?:any|[0-9]+x[0-9]+))*$' },
          label: { type: 'string' },
        },
      },
    },
    version: {
      type: 'object',
      required: ['code', 'name'],
      properties: { code: { type: 'integer', minimum: 0 }, name: { type: 'string', minLength: 1 } },
    },
    platform_version: {
      type: 'object',
      required: ['min_code'],
      properties: {
        min_code: { type: 'integer', minimum: 0 },
        target_code: { type: 'integer' },
        release_type: { type: 'string' },
      },
    },
    // Paths inside the package: no scheme, no root, nothing above it.
    pages: {
      type: 'array',
      minItems: 1,
      uniqueItems: true,
      items: { type: 'string', format: 'uri-reference', pattern: '^(?!/)(?!.*\\.\\.)(?![A-Za-z][A-Za-z0-9+.-]*:).+$' },
    },
    widgets: {
      type: 'array',
      items: {
        type: 'object',
        required: ['name', 'path'],
        properties: {
          name: { type: 'string' },
          path: { type: 'string', format: 'uri-reference' },
          min_code: { type: 'integer' },
        },
      },
    },
    req_permissions: {
      type: 'array',
      items: {
        type: 'object',
        required: ['name'],
        properties: { name: { type: 'string' }, reason: { type: 'string' } },
      },
    },
    window: {
      type: 'object',
      properties: {
        auto_design_width: { type: 'boolean' },
        background_color: { type: 'string', pattern: '^#[0-9a-fA-F]{6}$' },
        background_text_style: { enum: ['dark', 'light'] },
        design_width: { type: 'integer', minimum: 0 },
        enable_pull_down_refresh: { type: 'boolean' },
        fullscreen: { type: 'boolean' },
        navigation_bar_background_color: { type: 'string', pattern: '^#[0-9a-fA-F]{6}$' },
        navigation_bar_text_style: { enum: ['white', 'black'] },
        navigation_bar_title_text: { type: 'string' },
        navigation_style: { enum: ['default', 'custom'] },
        on_reach_bottom_distance: { type: 'integer', minimum: 0 },
        orientation: { enum: ['portrait', 'landscape'] },
      },
    },
    start_url: { type: 'string', format: 'uri-reference' },
    scope: { type: 'string', format: 'uri-reference' },
  },
} as const
