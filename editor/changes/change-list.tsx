import { ArrowRight, Columns2, Minus, Move, Pencil, Plus, Settings2 } from 'lucide-react'
import type { ReactNode } from 'react'
import type { BlockChange, Comparison, PageChange } from '#compiler/compare/compare-programs.ts'
import { pictureUrl } from '#components/kit/picture-url.ts'
import type { PageId } from '#model/ids.ts'
import { Badge } from '#editor/ui/badge.tsx'
import { Button } from '#editor/ui/button.tsx'
import { useLocale, useWords } from '#editor/words/use-words.ts'
import {
  detailsOfBlock,
  detailsOfPage,
  detailsOfProgram,
  sayBlock,
  sayMove,
  type Detail,
  type Shown,
  type Teller,
} from './say-change.ts'
import './changes.css'

interface ChangeListProps {
  readonly comparison: Comparison
  readonly program: Teller['program']
  /** The page that is shown side by side, and how to choose another; absent where nothing is shown. */
  readonly shown?: PageId | undefined
  readonly onShow?: (pageId: PageId) => void
}

/** What differs, page by page, in words. */
export function ChangeList({ comparison, program, shown, onShow }: ChangeListProps) {
  const words = useWords()
  const teller: Teller = { words, locale: useLocale(), program }
  const whole = detailsOfProgram(comparison, teller)
  return (
    <ul className="ch-list" data-testid="changes">
      {whole.length > 0 ? (
        <li className="ch-page">
          <div className="ch-page__head">
            <h4 className="ch-page__title">{words.publishing.wholeProgram}</h4>
          </div>
          <Details details={whole} />
        </li>
      ) : null}
      {comparison.pages.map((page) => (
        <PageRow key={page.pageId} page={page} teller={teller} isShown={shown === page.pageId} onShow={onShow} />
      ))}
    </ul>
  )
}

function PageRow({
  page,
  teller,
  isShown,
  onShow,
}: {
  readonly page: PageChange
  readonly teller: Teller
  readonly isShown: boolean
  readonly onShow: ChangeListProps['onShow']
}) {
  const { publishing } = teller.words
  const { kind, title, pageId, blocks } = page
  const facts = detailsOfPage(page, teller)
  return (
    <li className={`ch-page${isShown ? ' ch-page--shown' : ''}`} data-page-change={kind}>
      <div className="ch-page__head">
        <h4 className="ch-page__title">{title}</h4>
        {kind === 'changed' ? null : (
          <Badge tone={kind === 'added' ? 'good' : 'bad'}>{publishing.pageKinds[kind]}</Badge>
        )}
        {onShow ? (
          <Button
            size="small"
            variant="plain"
            icon={<Columns2 size={14} aria-hidden />}
            aria-label={publishing.showPage(isShown ? publishing.showing : publishing.sideBySide, title)}
            aria-pressed={isShown}
            onPress={() => onShow(pageId)}
          >
            {isShown ? publishing.showing : publishing.sideBySide}
          </Button>
        ) : null}
      </div>
      {facts.length > 0 ? <Details details={facts} icon={<Settings2 size={14} aria-hidden />} /> : null}
      {blocks.length > 0 ? (
        <ul className="ch-blocks">
          {blocks.map((block) => (
            <BlockRow key={`${block.kind} ${block.nodeId}`} block={block} teller={teller} />
          ))}
        </ul>
      ) : null}
    </li>
  )
}

export const icons = {
  added: <Plus size={14} aria-hidden />,
  removed: <Minus size={14} aria-hidden />,
  changed: <Pencil size={14} aria-hidden />,
  moved: <Move size={14} aria-hidden />,
}

/** A block that only stands elsewhere was moved; one that was also written in was changed. */
export function lookOf({ kind, moved, fields, showWhen }: BlockChange): keyof typeof icons {
  if (moved !== undefined && fields.length === 0 && !showWhen) return 'moved'
  return kind
}

function BlockRow({ block, teller }: { readonly block: BlockChange; readonly teller: Teller }) {
  const { publishing } = teller.words
  const { name, quote } = sayBlock(block, teller)
  const look = lookOf(block)
  const where = sayMove(block, teller)
  return (
    <li className={`ch-block ch-block--${look}`} data-change={look}>
      <span className="ch-block__mark">{icons[look]}</span>
      <div className="ch-block__words">
        <p>
          <span className="ch-block__kind">{publishing.blockKinds[look]}</span> <strong>{name}</strong>
          {quote === '' ? null : <q className="ch-block__quote">{quote}</q>}
          {where === '' ? null : <span className="ch-block__where">{where}</span>}
        </p>
        <Details details={detailsOfBlock(block, teller)} />
      </div>
    </li>
  )
}

/** Labels with what was and what is. */
export function Details({ details, icon }: { readonly details: readonly Detail[]; readonly icon?: ReactNode }) {
  const { publishing } = useWords()
  if (details.length === 0) return null
  return (
    <ul className="ch-details">
      {details.map(({ label, before, after }) => (
        <li key={label} className="ch-detail">
          {icon}
          <span className="ch-detail__label">{label}</span>
          {before ? (
            <del className="ch-detail__before">
              <ShownValue shown={before} />
            </del>
          ) : null}
          {before && after ? <ArrowRight size={12} aria-label={publishing.became} role="img" /> : null}
          {after ? (
            <ins className="ch-detail__after">
              <ShownValue shown={after} />
            </ins>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

const THUMBNAIL_PX = 64

function ShownValue({ shown }: { readonly shown: Shown }) {
  const { publishing } = useWords()
  if ('text' in shown) {
    const colour = /^#[0-9a-f]{6}$/i.test(shown.text) ? shown.text : undefined
    return (
      <>
        {colour ? <span className="ch-swatch" style={{ background: colour }} /> : null}
        {shown.text}
      </>
    )
  }
  const { url, alt } = shown.picture
  return <img className="ch-picture" src={pictureUrl(url, THUMBNAIL_PX)} alt={alt || publishing.aPicture} />
}
