/** Names of the counter's questions in the query cache; all begin with the program's. */
export const keys = {
  all: (programId: string) => `console/${programId}/`,
  program: (programId: string) => `console/${programId}/program`,
  today: (programId: string) => `console/${programId}/today`,
  orders: (programId: string) => `console/${programId}/orders`,
  /** Every day that is in sight. */
  bookings: (programId: string) => `console/${programId}/bookings/`,
  bookingsOn: (programId: string, day: string) => `console/${programId}/bookings/${day}`,
  catalogue: (programId: string) => `console/${programId}/catalogue`,
  members: (programId: string) => `console/${programId}/members`,
  settings: (programId: string) => `console/${programId}/settings`,
  releases: (programId: string) => `console/${programId}/releases`,
} as const
