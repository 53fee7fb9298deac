import { Download } from 'lucide-react'
import { ApiFailure, useMutation } from '#editor/api/index.ts'
import { failureOf } from '#editor/api/request.ts'
import { IconButton, showToast } from '#editor/ui/index.ts'
import { failureText } from '#editor/words/failure-text.ts'
import { useWords, wordsNow } from '#editor/words/use-words.ts'
import type { Release } from '#platform/contract/merchant.ts'
import { merchantPaths } from '#platform/contract/routes.ts'
import { saveFile } from '../save-file.ts'

/** Saves a version as a zip file that any static web server can serve. The server makes it when it is asked. */
export function DownloadPackage({ programId, release }: { readonly programId: string; readonly release: Release }) {
  const words = useWords()
  const download = useMutation((id: string) => loadPackage(programId, id), {
    onDone: ({ name, content }) => {
      saveFile(name, content)
      showToast({ text: wordsNow().console.packageSaved(name), tone: 'good' })
    },
    onFailed: (failure) => showToast({ text: failureText(failure, wordsNow()), tone: 'bad' }),
  })
  return (
    <IconButton
      label={download.busy ? words.console.packing : words.console.downloadPackage(release.version)}
      icon={download.busy ? <span className="ui-spinner" aria-hidden /> : <Download size={18} aria-hidden />}
      isPending={download.busy}
      onPress={() => void download.run(release.id)}
    />
  )
}

/** @throws {@link ApiFailure} as every call of the platform */
async function loadPackage(programId: string, releaseId: string): Promise<{ name: string; content: Blob }> {
  const response = await fetch(merchantPaths.releasePackage(programId, releaseId)).catch((thrown: unknown) => {
    throw new ApiFailure('offline', String(thrown))
  })
  if (!response.ok) throw failureOf(response.status, await response.text())
  const name = /filename="([\w.-]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1]
  return { name: name ?? `${releaseId}.zip`, content: await response.blob() }
}
