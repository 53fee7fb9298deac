import { api, queryCache, useMutation, useQuery } from '#editor/api/index.ts'
import { Badge, Button, Dialog, showToast } from '#editor/ui/index.ts'
import { failureText } from '#editor/words/failure-text.ts'
import { useLocale, useWords, wordsNow } from '#editor/words/use-words.ts'
import type { Webhook, WebhookDelivery } from '#platform/contract/webhooks.ts'
import { Answer } from '../../area.tsx'
import { keys } from '../../keys.ts'
import { useShop } from '../../shop-context.ts'
import { eventName } from './event-name.ts'

/** The last events that an address was told, how that went, and once more. */
export function DeliveryLog({ webhook, onClose }: { readonly webhook: Webhook; readonly onClose: () => void }) {
  const words = useWords()
  const { webhooks: say } = words
  const time = new Intl.DateTimeFormat(useLocale(), { dateStyle: 'short', timeStyle: 'medium' })
  const { workspaceId } = useShop().program
  const key = keys.webhookDeliveries(workspaceId, webhook.id)
  const query = useQuery(key, () => api.webhookDeliveries(workspaceId, webhook.id))
  const again = useMutation((id: string) => api.sendWebhookAgain(workspaceId, webhook.id, id), {
    onDone: (list) => {
      queryCache.tell<readonly WebhookDelivery[]>(key, () => list)
      showToast({ text: say.sentAgain, tone: 'good' })
    },
    onFailed: (failure) => showToast({ text: failureText(failure, wordsNow()), tone: 'bad' }),
  })
  return (
    <Dialog title={say.log} isOpen onClose={onClose} widthPx={640}>
      <p className="webhooks__url">{webhook.url}</p>
      <Answer query={query}>
        {(list) =>
          list.length === 0 ? (
            <p className="webhooks__none">{say.logEmpty}</p>
          ) : (
            <table className="webhooks__log" aria-label={say.logOf(webhook.url)}>
              <thead>
                <tr>
                  <th scope="col">{say.event}</th>
                  <th scope="col">{say.outcome}</th>
                  <th>
                    <span className="ui-hidden">{say.again}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {list.map((delivery) => (
                  <tr key={delivery.id}>
                    <th scope="row">
                      {eventName(delivery.type, words)}
                      <small>{time.format(new Date(delivery.happenedAtIso))}</small>
                    </th>
                    <td>
                      <Outcome delivery={delivery} timeText={(iso) => time.format(new Date(iso))} />
                    </td>
                    <td>
                      {webhook.isOn ? (
                        <Button isDisabled={again.busy} onPress={() => void again.run(delivery.id)}>
                          {say.again}
                        </Button>
                      ) : null}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Answer>
    </Dialog>
  )
}

interface OutcomeProps {
  readonly delivery: WebhookDelivery
  readonly timeText: (iso: string) => string
}

function Outcome({ delivery, timeText }: OutcomeProps) {
  const { webhooks: say } = useWords()
  const { status, problem, nextAtIso } = delivery
  return (
    <>
      <Badge tone={status === 'delivered' ? 'good' : status === 'failed' ? 'bad' : 'plain'}>
        {status === 'delivered'
          ? say.delivered
          : status === 'failed'
            ? say.failed
            : say.waiting(timeText(nextAtIso ?? ''))}
      </Badge>
      {problem ? (
        <small>
          {say.problems[problem](delivery.lastStatus)} · {say.tries(delivery.attempts)}
        </small>
      ) : null}
    </>
  )
}
