import { ProgramsPage } from './programs-page.tsx'
import { SessionGate } from './session-gate.tsx'

/** `/`: the programs of who is signed in, the sign-in screen for everyone else. */
export function HomePage() {
  return <SessionGate>{(me) => <ProgramsPage me={me} />}</SessionGate>
}
