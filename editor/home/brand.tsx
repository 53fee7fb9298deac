import { useWords } from '#editor/words/use-words.ts'
import './brand.css'

/** The product's mark and name. */
export function Brand({ isLarge = false }: { readonly isLarge?: boolean }) {
  const words = useWords()
  return (
    <span className={`brand${isLarge ? ' brand--large' : ''}`}>
      <svg viewBox="0 0 32 32" width={isLarge ? 36 : 28} height={isLarge ? 36 : 28} aria-hidden>
        <rect width="32" height="32" rx="9" className="brand__ground" />
        <path
          d="M8 12h16l-1.5 10a2 2 0 0 1-2 2h-9a2 2 0 0 1-2-2zM12 12a4 4 0 0 1 8 0"
          fill="none"
          stroke="#fff"
          strokeWidth="2.5"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      <span className="brand__name">{words.common.appName}</span>
    </span>
  )
}
