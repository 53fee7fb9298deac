import { Copy, ExternalLink, Ellipsis, Pencil, PenLine, ReceiptText } from 'lucide-react'
import { Link, paths } from '#editor/router.tsx'
import { Badge, buttonClass, IconButton, Menu, showToast, type MenuEntry } from '#editor/ui/index.ts'
import { useLocale, useWords } from '#editor/words/use-words.ts'
import { may } from '#platform/contract/rights.ts'
import type { Program } from '#platform/contract/merchant.ts'
import { agoText } from '#editor/words/ago.ts'
import { ProgramMiniature } from './program-miniature.tsx'

export function ProgramCard({ program, onRename }: { readonly program: Program; readonly onRename: () => void }) {
  const words = useWords()
  const { home } = words
  const locale = useLocale()
  const { liveUrl } = program
  const entries: MenuEntry[] = [
    ...(!may(program.role, 'manage')
      ? []
      : [{ id: 'rename', label: home.rename, icon: <PenLine size={16} aria-hidden />, onAction: onRename }]),
    ...(liveUrl
      ? [
          {
            id: 'open',
            label: home.openLive,
            icon: <ExternalLink size={16} aria-hidden />,
            onAction: () => void window.open(liveUrl, '_blank', 'noopener'),
          },
          {
            id: 'copy',
            label: home.copyLink,
            icon: <Copy size={16} aria-hidden />,
            onAction: () =>
              void navigator.clipboard
                .writeText(liveUrl)
                .then(() => showToast({ text: home.linkCopied, tone: 'good' })),
          },
        ]
      : []),
  ]
  return (
    <article className="program-card" aria-label={program.name}>
      <Link to={paths.studio(program.id)} className="program-card__picture" aria-label={home.editNamed(program.name)}>
        <ProgramMiniature program={program} />
      </Link>
      <div className="program-card__body">
        <div className="program-card__head">
          <h2 className="program-card__name">{program.name}</h2>
          {entries.length > 0 ? (
            <Menu label={home.moreNamed(program.name)} entries={entries} placement="bottom end">
              <IconButton size="small" label={home.moreNamed(program.name)} icon={<Ellipsis size={18} aria-hidden />} />
            </Menu>
          ) : null}
        </div>
        <p className="program-card__state">
          {program.live ? <Badge tone="good">{home.live}</Badge> : <Badge>{home.notPublished}</Badge>}
          {program.live ? <span>{home.version(program.live.version)}</span> : null}
          <span>{home.edited(agoText(program.updatedAtIso, Date.now(), locale))}</span>
        </p>
        <div className="program-card__actions">
          <Link
            to={paths.studio(program.id)}
            className={buttonClass({ isWide: true })}
            aria-label={home.editNamed(program.name)}
          >
            <Pencil size={15} aria-hidden />
            {home.edit}
          </Link>
          <Link
            to={paths.console(program.id)}
            className={buttonClass({ isWide: true })}
            aria-label={home.counterNamed(program.name)}
          >
            <ReceiptText size={15} aria-hidden />
            {home.counter}
          </Link>
          {liveUrl ? (
            <a
              href={liveUrl}
              target="_blank"
              rel="noopener"
              className="ui-icon-button program-card__live"
              aria-label={home.openLiveNamed(program.name)}
              title={home.openLive}
            >
              <ExternalLink size={16} aria-hidden />
            </a>
          ) : null}
        </div>
      </div>
    </article>
  )
}
