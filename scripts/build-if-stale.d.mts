/** Builds the product if anything it is made of has changed since the last build. @returns whether there is a build now */
export function buildIfStale(root: string): boolean
