import { Copy } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { api, queryCache, useMutation } from '#editor/api/index.ts'
import { Button, Dialog, showToast, Switch, TextField } from '#editor/ui/index.ts'
import { failureText } from '#editor/words/failure-text.ts'
import { useWords, wordsNow } from '#editor/words/use-words.ts'
import { webhookEvents, type AddedWebhook, type Webhook, type WebhookEvent } from '#platform/contract/webhooks.ts'
import { keys } from '../../keys.ts'
import { useShop } from '../../shop-context.ts'

/** Asks for an address and what it is told, then shows its secret, once. */
export function AddWebhook({ onClose }: { readonly onClose: () => void }) {
  const { common, webhooks: words } = useWords()
  const { program } = useShop()
  const [url, setUrl] = useState('https://')
  const [events, setEvents] = useState<ReadonlySet<WebhookEvent>>(new Set(['order', 'booking']))
  const [isChecked, setChecked] = useState(false)
  const [added, setAdded] = useState<AddedWebhook>()
  const add = useMutation(
    (input: { url: string; events: WebhookEvent[] }) => api.addWebhook(program.workspaceId, input),
    {
      onDone: (answer) => {
        queryCache.tell<readonly Webhook[]>(keys.webhooks(program.workspaceId), (list) => [...list, answer.webhook])
        setAdded(answer)
      },
      onFailed: (failure) => showToast({ text: failureText(failure, wordsNow()), tone: 'bad' }),
    },
  )
  if (added) return <Secret secret={added.secret} onClose={onClose} />
  const isUrl = isAddress(url)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (isUrl && events.size > 0) void add.run({ url: url.trim(), events: [...events] })
  }
  return (
    <Dialog
      title={words.add}
      isOpen
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{common.cancel}</Button>
          <Button type="submit" form="add-webhook" variant="primary" isPending={add.busy}>
            {common.add}
          </Button>
        </>
      }
    >
      <form id="add-webhook" className="settings__fields" onSubmit={submit} noValidate>
        <TextField
          label={words.url}
          type="url"
          value={url}
          onChange={setUrl}
          help={words.urlHelp}
          autoFocus
          {...(isChecked && !isUrl && { error: words.urlWrong })}
        />
        <fieldset className="webhooks__events">
          <legend>{words.what}</legend>
          {webhookEvents.map((event) => (
            <Switch
              key={event}
              label={words.eventNames[event]}
              isSelected={events.has(event)}
              onChange={(isOn) => {
                const chosen = new Set(events)
                if (isOn) chosen.add(event)
                else chosen.delete(event)
                setEvents(chosen)
              }}
            />
          ))}
          <p className="ui-field__help" role={events.size === 0 ? 'alert' : undefined}>
            {events.size === 0 ? words.chooseOne : words.privacy}
          </p>
        </fieldset>
      </form>
    </Dialog>
  )
}

function isAddress(text: string): boolean {
  const url = text.trim()
  if (!URL.canParse(url)) return false
  const { protocol, username, password } = new URL(url)
  return protocol === 'https:' && username === '' && password === ''
}

function Secret({ secret, onClose }: { readonly secret: string; readonly onClose: () => void }) {
  const { common, webhooks: words } = useWords()
  const copy = async () => {
    await navigator.clipboard.writeText(secret)
    showToast({ text: common.copied, tone: 'good' })
  }
  return (
    <Dialog
      title={words.secretTitle}
      isOpen
      onClose={onClose}
      foot={
        <>
          <Button icon={<Copy size={16} aria-hidden />} onPress={() => void copy()}>
            {common.copy}
          </Button>
          <Button variant="primary" onPress={onClose}>
            {words.done}
          </Button>
        </>
      }
    >
      <p className="webhooks__text">{words.secretText}</p>
      <TextField label={words.secret} value={secret} isReadOnly />
    </Dialog>
  )
}
