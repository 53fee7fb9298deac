/** What is wrong with a field, to be put into words; undefined when nothing is. */
export type NameProblem = 'missing' | undefined
export type EmailProblem = 'missing' | 'bad' | undefined
export type PasswordProblem = 'missing' | 'short' | 'long' | undefined

/** better-auth's limits. */
const shortestPassword = 8
const longestPassword = 128

export function checkName(name: string): NameProblem {
  return name.trim() === '' ? 'missing' : undefined
}

/** Forgiving: something, an @, a host with a dot. Only the post office knows more. */
export function checkEmail(email: string): EmailProblem {
  if (email.trim() === '') return 'missing'
  return /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(email.trim()) ? undefined : 'bad'
}

/** @param isNew - an existing password is only asked to be there; its rules may have been others */
export function checkPassword(password: string, isNew: boolean): PasswordProblem {
  if (password === '') return 'missing'
  if (!isNew) return undefined
  if (password.length < shortestPassword) return 'short'
  return password.length > longestPassword ? 'long' : undefined
}
