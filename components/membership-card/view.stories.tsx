import { userEvent, within } from 'storybook/test'
import { blockStories } from '../kit/stories/stories.tsx'
import { membershipCard } from './definition.ts'
import { states } from './states.ts'

const { meta, story } = blockStories(membershipCard, states)

const join: NonNullable<Parameters<typeof story>[1]> = async ({ canvasElement }) => {
  const canvas = within(canvasElement)
  await userEvent.click(await canvas.findByRole('button', { name: /^(Join now|立即入会)$/ }))
  const sheet = within(await canvas.findByRole('dialog'))
  await userEvent.type(sheet.getByLabelText(/^(Name|姓名)$/), 'Lin')
  await userEvent.type(sheet.getByLabelText(/^(Phone|手机号)$/), '13800138000')
  await userEvent.click(sheet.getByRole('checkbox'))
  await userEvent.click(sheet.getByRole('button', { name: /^(Join now|立即入会)$/ }))
  await sheet.findByRole('alert')
}

export default { ...meta, title: 'Members/Membership card' }

export const Default = story('default')
export const Invitation = story('invitation')
export const JustJoined = story('justJoined')
export const HighestTier = story('highestTier')
export const CouponExpired = story('couponExpired')
export const SignedIn = story('signedIn')
export const AlreadyMember = story('alreadyMember', join)
export const WithoutTiers = story('withoutTiers')
export const Loading = story('loading')
export const Failed = story('failed')
export const Fresh = story('fresh')
export const Empty = story('empty')
export const Longest = story('longest')
