export const presence = {
  follow: (name: string) => `Follow ${name}`,
  stopFollowing: (name: string) => `Stop following ${name}`,
  following: (name: string) => `You see what ${name} sees`,
  stop: 'Stop',
  alsoHere: (names: readonly string[]) => `Also here: ${names.join(', ')}`,
  away: (name: string) => `${name}, away`,
  typing: (name: string, field: string) => `${name} · ${field}`,
  blockTaken: 'Somebody deleted the block you were in.',
  containerTaken: 'Somebody deleted what the block you were in stood in.',
  pageTaken: 'Somebody deleted the page you were on.',
  bringBack: 'Bring it back',
  hasLeft: (name: string) => `${name} has left`,
}
