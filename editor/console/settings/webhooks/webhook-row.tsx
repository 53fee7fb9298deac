import { ListChecks, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { api, queryCache, useMutation } from '#editor/api/index.ts'
import { Button, Dialog, IconButton, showToast, Switch } from '#editor/ui/index.ts'
import { failureText } from '#editor/words/failure-text.ts'
import { useLocale, useWords, wordsNow } from '#editor/words/use-words.ts'
import type { Webhook } from '#platform/contract/webhooks.ts'
import { keys } from '../../keys.ts'
import { useShop } from '../../shop-context.ts'
import { DeliveryLog } from './delivery-log.tsx'
import { eventName } from './event-name.ts'

export function WebhookRow({ webhook }: { readonly webhook: Webhook }) {
  const words = useWords()
  const { webhooks: say } = words
  const locale = useLocale()
  const { workspaceId } = useShop().program
  const [open, setOpen] = useState<'log' | 'remove'>()
  const change = useMutation(
    (what: 'on' | 'off' | 'remove') =>
      what === 'remove'
        ? api.removeWebhook(workspaceId, webhook.id)
        : api.turnWebhook(workspaceId, webhook.id, what === 'on'),
    {
      onDone: (list) => queryCache.tell<readonly Webhook[]>(keys.webhooks(workspaceId), () => list),
      onFailed: (failure) => showToast({ text: failureText(failure, wordsNow()), tone: 'bad' }),
    },
  )
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date(webhook.addedAtIso))
  return (
    <li className="webhooks__row">
      <div className="webhooks__words">
        <p className="webhooks__url">{webhook.url}</p>
        <p className="webhooks__note">
          {webhook.events.map((event) => eventName(event, words)).join(' · ')} · {say.addedBy(webhook.addedBy, day)}
        </p>
        {webhook.gaveUpAtIso !== null ? (
          <p className="webhooks__problem" role="status">
            {say.gaveUp}
          </p>
        ) : null}
      </div>
      <div className="webhooks__tools">
        <Switch
          label={`${say.isOn}: ${webhook.url}`}
          isLabelHidden
          isSelected={webhook.isOn}
          isDisabled={change.busy}
          onChange={(isOn) => void change.run(isOn ? 'on' : 'off')}
        />
        <IconButton label={say.log} icon={<ListChecks size={18} aria-hidden />} onPress={() => setOpen('log')} />
        <IconButton label={say.remove} icon={<Trash2 size={18} aria-hidden />} onPress={() => setOpen('remove')} />
      </div>
      {open === 'log' ? <DeliveryLog webhook={webhook} onClose={() => setOpen(undefined)} /> : null}
      <Dialog
        title={say.removeTitle}
        isOpen={open === 'remove'}
        onClose={() => setOpen(undefined)}
        foot={
          <>
            <Button onPress={() => setOpen(undefined)}>{words.common.cancel}</Button>
            <Button variant="primary" isPending={change.busy} onPress={() => void change.run('remove')}>
              {say.remove}
            </Button>
          </>
        }
      >
        <p className="webhooks__url">{webhook.url}</p>
        <p className="webhooks__text">{say.removeText}</p>
      </Dialog>
    </li>
  )
}
