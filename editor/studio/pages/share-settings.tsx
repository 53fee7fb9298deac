import { ImagePlus } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { PageRecord, PageSettingsChange } from '#model/index.ts'
import { Button } from '#editor/ui/button.tsx'
import { TextField } from '#editor/ui/text-field.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { createTypingGesture } from '../canvas/typing-gesture.ts'
import { PictureDialog } from '../inspector/picture-dialog.tsx'
import { useSession, useTopic } from '../session/use-session.tsx'
import { changeSettings } from './page-actions.ts'

/** Messengers show a large card from this width on. */
const LARGE_CARD_PX = 600

/** Title, words and picture of the card that is seen where the page is shared, with the card itself. */
export function ShareSettings({ page }: { readonly page: PageRecord }) {
  const session = useSession()
  const { pages: words } = useWords()
  const gesture = useMemo(() => createTypingGesture(performance), [])
  const [isChoosing, setChoosing] = useState(false)
  const { settings } = page
  const { sharePicture } = settings
  const isReadOnly = !session.canEdit
  const change = (facts: PageSettingsChange, what?: string) =>
    changeSettings(session, page.id, facts, what && gesture.of(`${page.id}/${what}`))
  const isSmall = sharePicture !== undefined && sharePicture.widthPx < LARGE_CARD_PX
  return (
    <>
      <ShareCard page={page} />
      <div className="st-share__picture">
        <span className="ui-field__label">{words.sharePicture}</span>
        <div className="st-share__buttons">
          <Button
            size="small"
            icon={<ImagePlus size={14} aria-hidden />}
            isDisabled={isReadOnly}
            onPress={() => setChoosing(true)}
          >
            {sharePicture ? words.changePicture : words.choosePicture}
          </Button>
          {sharePicture ? (
            <Button size="small" variant="plain" isDisabled={isReadOnly} onPress={() => change({ sharePicture: null })}>
              {words.removePicture}
            </Button>
          ) : null}
        </div>
        <span className="ui-field__help">{isSmall ? words.pictureSmall : words.shareHelp}</span>
      </div>
      <TextField
        label={words.shareTitle}
        value={settings.shareTitle ?? ''}
        placeholder={page.title}
        maxLength={60}
        isReadOnly={isReadOnly}
        onChange={(shareTitle) => change({ shareTitle }, 'share-title')}
      />
      <TextField
        label={words.shareText}
        help={words.shareTextHelp}
        value={settings.shareText ?? ''}
        rows={3}
        maxLength={160}
        isReadOnly={isReadOnly}
        onChange={(shareText) => change({ shareText }, 'share-text')}
      />
      {isChoosing ? (
        <PictureDialog
          isOpen
          onClose={() => setChoosing(false)}
          onChoose={({ url, widthPx, heightPx, alt }) => change({ sharePicture: { url, widthPx, heightPx, alt } })}
        />
      ) : null}
    </>
  )
}

/** As a messenger draws it: picture, title, words, where it leads. */
function ShareCard({ page: { title, isHome, slug, settings } }: { readonly page: PageRecord }) {
  const { program, facts } = useSession()
  const { pages: words } = useWords()
  useTopic('meta')
  const { shareTitle, shareText, sharePicture } = settings
  const shown = shareTitle ?? (isHome ? program.name : title)
  return (
    <figure className="st-share" aria-label={words.cardLabel}>
      {sharePicture ? (
        <img className="st-share__image" src={`${sharePicture.url}?w=640`} alt={sharePicture.alt} />
      ) : (
        <span className="st-share__image st-share__image--none" aria-hidden>
          {[...program.name.trim()][0] ?? '·'}
        </span>
      )}
      <figcaption className="st-share__words">
        <span className="st-share__title">{shown}</span>
        <span className="st-share__text">{shareText ?? words.shareTextSample}</span>
        <span className="st-share__where">{hostOf(facts.liveUrl) + (slug === '' ? '' : `/${slug}`)}</span>
      </figcaption>
    </figure>
  )
}

function hostOf(url: string | null): string {
  return url ? url.replace(/^https?:\/\//, '').replace(/\/$/, '') : ''
}
