export { HomePage } from './home-page.tsx'
export { NewProgramPage } from './new-program-page.tsx'
export { SessionGate } from './session-gate.tsx'
export { AccountMenu } from './account-menu.tsx'
