import { Link2 } from 'lucide-react'
import { use } from 'react'
import { isCodeBlockType } from '#model/index.ts'
import { instanceType } from '#model/section-instance.ts'
import { iconPaths } from '#components/primitives/icon-paths.ts'
import { knownBlocks } from './known-blocks.ts'
import { SessionContext } from './use-session.tsx'

/** One icon of the set that programs use. */
export function SetIcon({ name, size = 18 }: { readonly name: string; readonly size?: number | undefined }) {
  const path = Object.hasOwn(iconPaths, name) ? iconPaths[name as keyof typeof iconPaths] : iconPaths.section
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
    >
      <path d={path} />
    </svg>
  )
}

/** Of a code block, which the opened program alone knows. */
function CodeIcon({ type, size }: { readonly type: string; readonly size?: number | undefined }) {
  const session = use(SessionContext)
  return <SetIcon name={session?.blocks.find(type)?.icon ?? 'code'} size={size} />
}

export function BlockIcon({ type, size }: { readonly type: string; readonly size?: number }) {
  if (type === instanceType) return <Link2 size={size ?? 18} aria-hidden />
  if (isCodeBlockType(type)) return <CodeIcon type={type} size={size} />
  return <SetIcon name={knownBlocks.find(type)?.icon ?? ''} size={size} />
}
