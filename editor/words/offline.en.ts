import type { AsideReason } from '#editor/local/local-copy.ts'

const changes = (count: number) => (count === 1 ? '1 change' : `${count} changes`)

/** Words of work without a connection, and of what this device keeps. */
export const offline = {
  connecting: 'Connecting…',
  reconnecting: 'Reconnecting…',
  offline: 'Offline',
  kept: (count: number) => `Offline — ${changes(count)} kept on this device`,
  inTab: (count: number) => `Offline — ${changes(count)} in this tab only`,
  tryNow: 'Try to connect now',
  goOn: 'You can go on working. What you do is sent as soon as there is a connection again.',
  goOnKept: 'You can go on working, and close or reload this tab. What you did is sent when you are back online.',
  full: 'This device has no room left: keep this tab open until you are online again, or free some space.',
  unavailable: 'This browser keeps nothing, as in a private window: keep this tab open until you are online again.',
  asideTitle: (count: number, when: string) => `${changes(count)} of ${when} could not be saved`,
  asideReason: {
    'may-only-look': 'You may only look at this program now. They are kept on this device.',
    locked: 'Something in them is locked by the agency. They are kept on this device.',
    refused: 'The server did not take them. They are kept on this device.',
    'document-replaced': 'The program was put back to an earlier state meanwhile. They are kept on this device.',
  } satisfies Record<AsideReason, string>,
  asidePutBack: 'Put them back',
  asideDrop: 'Discard',
  asideIn: 'They are back in.',
  asideNotIn: 'They do not fit into the program as it is now.',
  asideDropped: (count: number) => `${changes(count)} discarded.`,
  keptPrograms: 'Kept on this device',
  keptProgramsHelp: 'You can open and change these without a connection.',
  keptUnsent: (count: number) => `${changes(count)} not sent yet`,
  leaveTitle: (count: number) => `${changes(count)} not sent yet`,
  leaveText: (names: string) =>
    `What you changed in ${names} is only on this device so far. Keep it here until you sign in again?`,
  leaveDrop: 'Discard and sign out',
  leaveKeep: 'Keep and sign out',
  newVersion: 'There is a newer version of the editor. Loading it takes a moment; nothing is lost.',
  newVersionLoad: 'Load it',
  newVersionLater: 'Later',
}
