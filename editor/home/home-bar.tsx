import type { ReactNode } from 'react'
import { Link, paths } from '#editor/router.tsx'
import type { Me } from '#platform/contract/merchant.ts'
import { AccountMenu } from './account-menu.tsx'
import { Brand } from './brand.tsx'

export function HomeBar({ me, children }: { readonly me: Me; readonly children?: ReactNode }) {
  return (
    <header className="home-bar">
      <Link to={paths.home} className="home-bar__brand">
        <Brand />
      </Link>
      <span className="home-bar__space" />
      {children}
      <AccountMenu me={me} />
    </header>
  )
}
