/** When visitors see what, and which of them: plans, gradual release, taking a program offline. */
import { memberOfProgram } from '../accounts/access.ts'
import { changeRolloutInput, endRolloutInput, planUnpublishInput, publishing } from '../contract/merchant.ts'
import { merchantPaths } from '../contract/routes.ts'
import { created, defineRoute } from '../http/define-route.ts'
import type { Route } from '../http/define-route.ts'
import { changeRollout, endRollout } from './gradual.ts'
import { loadPublishing } from './load-publishing.ts'
import { cancelPlan, planUnpublish } from './plans.ts'
import { unpublish } from './publish-release.ts'

const readPublishing = defineRoute({
  method: 'GET',
  path: merchantPaths.publishing(':programId'),
  summary: 'What is live, the gradual release that runs with its figures, and what is planned',
  answer: publishing,
  access: memberOfProgram('read'),
  handle: ({ subject }, services) => loadPublishing(services, subject),
})

const takeOffline = defineRoute({
  method: 'POST',
  path: merchantPaths.unpublish(':programId'),
  summary: 'Takes the program offline at once: visitors find a notice. Its releases stay. Done twice it is done once.',
  answer: publishing,
  access: memberOfProgram('publish'),
  async handle({ subject }, services) {
    await unpublish(services, subject)
    return loadPublishing(services, subject)
  },
})

const planOffline = defineRoute({
  method: 'POST',
  path: merchantPaths.releasePlans(':programId'),
  summary: 'Takes the program offline at a moment',
  input: planUnpublishInput,
  answer: publishing,
  access: memberOfProgram('publish'),
  async handle({ input, subject }, services) {
    await planUnpublish(services, subject, input.atIso)
    return created(await loadPublishing(services, subject))
  },
})

const cancel = defineRoute({
  method: 'DELETE',
  path: merchantPaths.releasePlan(':programId', ':planId'),
  summary: 'Cancels what was planned; once it is carried out it answers 409',
  answer: publishing,
  access: memberOfProgram('publish'),
  async handle({ params, subject }, services) {
    await cancelPlan(services, subject, params.planId)
    return loadPublishing(services, subject)
  },
})

const changeShare = defineRoute({
  method: 'PATCH',
  path: merchantPaths.rollout(':programId', ':rolloutId'),
  summary: 'Changes how many visitors in a hundred get the new release; who has it keeps it when there are more',
  input: changeRolloutInput,
  answer: publishing,
  access: memberOfProgram('publish'),
  async handle({ params, input, subject }, services) {
    await changeRollout(services, subject, params.rolloutId, input.percent)
    return loadPublishing(services, subject)
  },
})

const decide = defineRoute({
  method: 'POST',
  path: merchantPaths.rollout(':programId', ':rolloutId'),
  summary: 'Ends a gradual release: everybody gets the new release, or everybody the one from before',
  input: endRolloutInput,
  answer: publishing,
  access: memberOfProgram('publish'),
  async handle({ params, input, subject }, services) {
    await endRollout(services, subject, params.rolloutId, input.outcome)
    return loadPublishing(services, subject)
  },
})

export const audienceRoutes: readonly Route[] = [readPublishing, takeOffline, planOffline, cancel, changeShare, decide]
