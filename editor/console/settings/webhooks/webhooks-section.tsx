import { Plus } from 'lucide-react'
import { useState } from 'react'
import { api, useQuery } from '#editor/api/index.ts'
import { Button } from '#editor/ui/index.ts'
import { useWords } from '#editor/words/use-words.ts'
import { may } from '#platform/contract/rights.ts'
import { mostWebhooks } from '#platform/contract/webhooks.ts'
import { Answer } from '../../area.tsx'
import { keys } from '../../keys.ts'
import { useShop } from '../../shop-context.ts'
import { AddWebhook } from './add-webhook.tsx'
import { WebhookRow } from './webhook-row.tsx'
import './webhooks.css'

/** Addresses that are told what happens; for owners, since they are the workspace's. */
export function WebhooksSection() {
  const { webhooks: words } = useWords()
  const { program } = useShop()
  const isOwner = may(program.role, 'manage')
  const query = useQuery(isOwner ? keys.webhooks(program.workspaceId) : null, () => api.webhooks(program.workspaceId))
  const [isAdding, setAdding] = useState(false)
  if (!isOwner) return null
  return (
    <section className="panel settings__card webhooks" aria-label={words.title}>
      <h2 className="settings__title">{words.title}</h2>
      <p className="settings__note">{words.help}</p>
      <Answer query={query}>
        {(list) => (
          <>
            {list.length === 0 ? <p className="webhooks__none">{words.none}</p> : null}
            <ul className="webhooks__list">
              {list.map((webhook) => (
                <WebhookRow key={webhook.id} webhook={webhook} />
              ))}
            </ul>
            {list.length < mostWebhooks ? (
              <Button icon={<Plus size={16} aria-hidden />} onPress={() => setAdding(true)}>
                {words.add}
              </Button>
            ) : null}
          </>
        )}
      </Answer>
      {isAdding ? <AddWebhook onClose={() => setAdding(false)} /> : null}
    </section>
  )
}
