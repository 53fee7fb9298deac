import { ArrowLeft } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { api, queryCache, useMutation, useQuery } from '#editor/api/index.ts'
import { Link, navigate, paths } from '#editor/router.tsx'
import { Button, EmptyState, Segmented, Skeleton, TextField } from '#editor/ui/index.ts'
import { failureText } from '#editor/words/failure-text.ts'
import { ownName } from '#editor/words/languages.ts'
import { useLanguage, useWords } from '#editor/words/use-words.ts'
import type { Language, Me } from '#platform/contract/merchant.ts'
import { HomeBar } from './home-bar.tsx'
import { homeWorkspaceOf } from './session.ts'
import { SessionGate } from './session-gate.tsx'
import { TemplateGallery } from './template-gallery.tsx'
import './new-program-page.css'
import './programs-page.css'

/** What a shop's own texts may be written in; English first, as in the studio's own menu. */
const shopLanguages = ['en', 'zh-CN'] as const satisfies readonly Language[]

/** `/new`: a template, a name, and on to the studio. */
export function NewProgramPage() {
  return <SessionGate>{(me) => <NewProgram me={me} />}</SessionGate>
}

function NewProgram({ me }: { readonly me: Me }) {
  const words = useWords()
  const { home } = words
  const templates = useQuery('templates', api.templates)
  const [picked, setPicked] = useState<string | null>(null)
  const [name, setName] = useState('')
  const [language, setLanguage] = useState<Language>(useLanguage())
  const [hasTried, setTried] = useState(false)
  const workspaceId = homeWorkspaceOf(me)
  const chosen = picked ?? (templates.status === 'ready' ? (templates.value[0]?.id ?? null) : null)

  const create = useMutation(
    (input: { templateId: string; name: string }) =>
      api.createProgram(workspaceId ?? '', {
        ...input,
        language,
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      }),
    {
      onDone: (program) => {
        void queryCache.refresh('programs')
        navigate(paths.studio(program.id), { replace: true })
      },
    },
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (chosen !== null && name.trim() !== '') void create.run({ templateId: chosen, name: name.trim() })
  }
  const nameError = create.failure
    ? failureText(create.failure, words)
    : hasTried && name.trim() === ''
      ? home.needShopName
      : undefined

  return (
    <div className="home">
      <HomeBar me={me} />
      <main className="home__main">
        <Link to={paths.home} className="new-program__back">
          <ArrowLeft size={16} aria-hidden />
          {home.programsTitle}
        </Link>
        <div className="new-program">
          <section className="new-program__templates">
            <h1 className="home__title">{home.newTitle}</h1>
            <p className="new-program__text">{home.newText}</p>
            {templates.status === 'loading' ? (
              <div className="gallery" aria-busy>
                <Skeleton heightPx={300} />
                <Skeleton heightPx={300} />
              </div>
            ) : templates.status === 'failed' ? (
              <EmptyState
                icon="🍜"
                title={failureText(templates.failure, words)}
                action={<Button onPress={templates.retry}>{words.common.tryAgain}</Button>}
              />
            ) : templates.value.length === 0 ? (
              <EmptyState icon="🍜" title={home.noTemplatesTitle} text={home.noTemplatesText} />
            ) : (
              <TemplateGallery templates={templates.value} chosen={chosen} onChoose={setPicked} />
            )}
          </section>
          <form className="new-program__form" onSubmit={submit} noValidate>
            <h2 className="new-program__formTitle">{home.nameTitle}</h2>
            <TextField
              label={home.shopName}
              size="large"
              value={name}
              onChange={setName}
              maxLength={60}
              placeholder={home.shopNameExample}
              isDisabled={create.busy}
              {...(nameError ? { error: nameError } : {})}
            />
            <Segmented
              label={home.customersRead}
              options={shopLanguages.map((id) => ({ value: id, label: ownName(id) }))}
              value={language}
              onChange={setLanguage}
              isDisabled={create.busy}
            />
            <Button
              type="submit"
              variant="primary"
              size="large"
              isWide
              isPending={create.busy}
              isDisabled={chosen === null || workspaceId === undefined}
            >
              {home.create}
            </Button>
            <p className="new-program__progress" role="status">
              {create.busy ? home.creating(name.trim()) : ''}
            </p>
          </form>
        </div>
      </main>
    </div>
  )
}
