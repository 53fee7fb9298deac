/**
 * The situations that canvas and preview can be switched between. Loaded by the editor alone, when it is first asked
 * for; never part of a published page.
 */
export { worldOf, type RealWorld, type World } from './world.ts'
