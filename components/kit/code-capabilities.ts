/** What of the host a code block may ask for when its definition names it; whatever is not named is refused. */
export const codeCapabilities = ['toast', 'links', 'phone', 'map', 'storage'] as const
export type CodeCapability = (typeof codeCapabilities)[number]
