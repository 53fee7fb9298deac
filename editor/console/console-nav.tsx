import { Ellipsis } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import { Link, navigate, paths } from '#editor/router.tsx'
import { Menu } from '#editor/ui/index.ts'
import { useWords } from '#editor/words/use-words.ts'
import { areaName, areas, thumbAreas, type AreaId } from './areas.ts'
import { useShop } from './shop-context.ts'

export interface ConsoleNavProps {
  readonly area: AreaId
  /** Orders that nobody has accepted yet. */
  readonly waiting: number
}

/** At the side on a tablet or desktop, at the thumb on a phone. */
export function ConsoleNav({ area, waiting }: ConsoleNavProps) {
  const words = useWords()
  const { program } = useShop()
  const more = areas.filter(({ id }) => !thumbAreas.includes(id))
  const isMore = more.some(({ id }) => id === area)
  return (
    <nav className="console-nav" aria-label={words.console.nav}>
      {areas.map(({ id, icon: Icon }) => (
        <Link
          key={id}
          to={paths.console(program.id, id)}
          className={`console-nav__item${thumbAreas.includes(id) ? '' : ' console-nav__item--wide'}`}
          {...(id === area ? { 'aria-current': 'page' as const } : {})}
        >
          <span className="console-nav__icon">
            <Icon size={20} aria-hidden />
            {id === 'orders' && waiting > 0 ? (
              <span className="console-nav__count" aria-label={words.console.waiting(waiting)}>
                {waiting}
              </span>
            ) : null}
          </span>
          <span className="console-nav__name">{areaName(id, words)}</span>
        </Link>
      ))}
      <Menu
        label={words.common.more}
        placement="top end"
        entries={more.map(({ id, icon: Icon }) => ({
          id,
          label: areaName(id, words),
          icon: <Icon size={18} aria-hidden />,
          isChosen: id === area,
          onAction: () => navigate(paths.console(program.id, id)),
        }))}
      >
        <AriaButton className="console-nav__item console-nav__more" {...(isMore ? { 'data-current': '' } : {})}>
          <span className="console-nav__icon">
            <Ellipsis size={20} aria-hidden />
          </span>
          <span className="console-nav__name">{words.common.more}</span>
        </AriaButton>
      </Menu>
    </nav>
  )
}
