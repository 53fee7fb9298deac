import { FileDown } from 'lucide-react'
import { useWords } from '#editor/words/use-words.ts'
import { merchantPaths } from '#platform/contract/routes.ts'
import type { SubmittedFile } from '#platform/contract/forms.ts'
import { useShop } from '../shop-context.ts'

/** What came along: pictures to look at, larger in a tab of their own; PDFs to save. */
export function SubmittedFiles(props: { readonly submissionId: string; readonly files: readonly SubmittedFile[] }) {
  const { forms } = useWords()
  const { program } = useShop()
  return (
    <ul className="submitted-files">
      {props.files.map(({ id, name, kind, sizeBytes }) => {
        const address = merchantPaths.submittedFile(program.id, props.submissionId, id)
        return (
          <li key={id}>
            {kind === 'picture' ? (
              <a
                className="submitted-files__picture"
                href={address}
                target="_blank"
                rel="noreferrer"
                aria-label={forms.openPicture(name)}
                title={name}
              >
                <img src={address} alt="" loading="lazy" />
              </a>
            ) : (
              <a className="submitted-files__pdf" href={address} download={name} aria-label={forms.savePdf(name)}>
                <FileDown size={18} aria-hidden />
                <span className="submitted-files__name">{name}</span>
                <span className="submitted-files__size">{sizeText(sizeBytes)}</span>
              </a>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** In steps that tell a page from a book. */
function sizeText(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
