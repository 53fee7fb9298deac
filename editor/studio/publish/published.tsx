import { Copy, ExternalLink } from 'lucide-react'
import type { PublishResult, PublishWhen } from '#platform/contract/merchant.ts'
import { buttonClass } from '#editor/ui/button.tsx'
import { IconButton } from '#editor/ui/icon-button.tsx'
import { QrPicture } from '#editor/ui/qr-picture.tsx'
import { Skeleton } from '#editor/ui/skeleton.tsx'
import { showToast } from '#editor/ui/toast.tsx'
import { useWords, type Words } from '#editor/words/use-words.ts'
import { useSession } from '../session/use-session.tsx'
import { usePhoneAddress, type PhoneAddress } from './use-phone-address.ts'

/** After publishing: where it is, as a link and for a phone's camera. */
export function Published({
  result,
  when,
}: {
  readonly result: PublishResult
  readonly when: PublishWhen | undefined
}) {
  const words = useWords()
  const { url, release, problems } = result
  const { facts } = useSession()
  const phone = usePhoneAddress(facts.id, url)
  const copy = async () => {
    await navigator.clipboard.writeText(url)
    showToast({ text: words.common.copied, tone: 'good' })
  }
  const title =
    when === undefined
      ? words.studio.versionIsLive(release.version)
      : when.kind === 'at'
        ? words.publishing.planned(release.version)
        : words.publishing.gradualBegan(release.version)
  return (
    <div className="st-published" role="status">
      {phone.kind === 'own' || phone.kind === 'preview' ? (
        <QrPicture className="st-published__qr" text={phone.address} label={words.studio.qrCode} />
      ) : phone.kind === 'finding' ? (
        <Skeleton heightPx={152} />
      ) : null}
      <div className="st-published__words">
        <p className="st-published__title">{title}</p>
        <p className="st-published__help">{helpFor(phone, words)}</p>
        <p className="st-published__link">
          <span className="st-published__url">{url}</span>
          <IconButton
            size="small"
            label={words.studio.copyLink}
            icon={<Copy size={14} />}
            onPress={() => void copy()}
          />
        </p>
        <a className={buttonClass({ variant: 'primary' })} href={url} target="_blank" rel="noreferrer">
          <ExternalLink size={16} aria-hidden />
          {words.common.open}
        </a>
        {problems.length > 0 ? (
          <p className="st-published__problems">{words.studio.publishedWithProblems(problems.length)}</p>
        ) : null}
      </div>
    </div>
  )
}

function helpFor(phone: PhoneAddress, { studio, reach }: Words): string {
  if (phone.kind === 'own') return studio.scanToOpen
  if (phone.kind === 'preview') return studio.scanToSee
  return phone.kind === 'none' && phone.problem === 'no-network' ? reach.phoneNoNet : studio.openHere
}
