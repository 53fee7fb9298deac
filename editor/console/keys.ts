/** Names of the counter's questions in the query cache; all begin with the program's. */
export const keys = {
  all: (programId: string) => `console/${programId}/`,
  program: (programId: string) => `console/${programId}/program`,
  today: (programId: string) => `console/${programId}/today`,
  orders: (programId: string) => `console/${programId}/orders`,
  /** Every day that is in sight. */
  bookings: (programId: string) => `console/${programId}/bookings/`,
  /** Begins the keys of all its days. */
  bookingMovesOf: (programId: string, bookingId: string) => `console/${programId}/booking-moves/${bookingId}/`,
  bookingMoves: (programId: string, bookingId: string, day: string) =>
    `console/${programId}/booking-moves/${bookingId}/${day}`,
  /** One day, or from one to another, both included. */
  bookingsOn: (programId: string, from: string, to = from) =>
    `console/${programId}/bookings/${from === to ? from : `${from}..${to}`}`,
  catalogue: (programId: string) => `console/${programId}/catalogue`,
  /** Who changed what, by what one looks for. */
  changes: (programId: string) => `console/${programId}/changes/`,
  coupons: (programId: string) => `console/${programId}/coupons`,
  flashSales: (programId: string) => `console/${programId}/flash-sales`,
  /** Every part of what forms brought that is in sight. */
  forms: (programId: string) => `console/${programId}/forms/`,
  formsOf: (programId: string, status: string) => `console/${programId}/forms/${status}`,
  stock: (programId: string) => `console/${programId}/stock`,
  stockMoves: (programId: string, variantId: string) => `console/${programId}/stock-moves/${variantId}`,
  queue: (programId: string) => `console/${programId}/queue`,
  /** Every part of the jobs that is in sight. */
  jobs: (programId: string) => `console/${programId}/jobs/`,
  jobsOf: (programId: string, status: string, search: string) => `console/${programId}/jobs/${status}/${search}`,
  members: (programId: string) => `console/${programId}/members`,
  /** Begins the keys of all members' pages. */
  memberPages: (programId: string) => `console/${programId}/member/`,
  member: (programId: string, memberId: string) => `console/${programId}/member/${memberId}`,
  posters: (programId: string) => `console/${programId}/posters`,
  membership: (programId: string) => `console/${programId}/membership`,
  visits: (programId: string, days: string) => `console/${programId}/visits/${days}`,
  stations: (programId: string) => `console/${programId}/stations`,
  report: (programId: string, days: string) => `console/${programId}/report/${days}`,
  delivery: (programId: string) => `console/${programId}/delivery`,
  taxes: (programId: string) => `console/${programId}/taxes`,
  webhooks: (workspaceId: string) => `webhooks/${workspaceId}`,
  webhookDeliveries: (workspaceId: string, webhookId: string) => `webhooks/${workspaceId}/${webhookId}`,
  settings: (programId: string) => `console/${programId}/settings`,
  releases: (programId: string) => `console/${programId}/releases`,
  /** What is live, for whom, and what is planned. */
  publishing: (programId: string) => `console/${programId}/publishing`,
} as const
