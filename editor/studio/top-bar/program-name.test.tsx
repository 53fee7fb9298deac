// @vitest-environment happy-dom
import { useMemo } from 'react'
import { expect, test } from 'vitest'
import type { Role } from '#platform/contract/people.ts'
import { onScreen } from '#editor/testing/on-screen.tsx'
import { SessionContext, useSession } from '../session/use-session.tsx'
import { ProgramName } from './program-name.tsx'

function NameFor({ role }: { readonly role: Role }) {
  const session = useSession()
  const theirs = useMemo(() => session.renewed({ ...session.facts, role }), [session, role])
  return (
    <SessionContext value={theirs}>
      <ProgramName />
    </SessionContext>
  )
}

test.each([
  ['owner', false],
  ['designer', true],
  ['editor', true],
  ['viewer', true],
] as const)(
  'lists and bills follow the name, so it is given by those who manage the program: %s',
  async (role, isFixed) => {
    using screen = await onScreen([], <NameFor role={role} />)
    const button = screen.element.querySelector('button')
    expect(button?.textContent).toBe('Test')
    expect(button?.disabled).toBe(isFixed)
  },
)
