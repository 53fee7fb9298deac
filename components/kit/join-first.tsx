/** What members' blocks say to those who are not members yet: why to join, and the way to the page where one does. */
import { Text, View } from '#components/primitives/index.ts'
import './join-first.css'
import type { LinkValue } from './fields.ts'
import type { Host } from './host.ts'
import { LinkBox } from './link-box.tsx'
import type { BlockEnv } from './view.ts'
import { wordsFor } from './words.ts'

const joinWords = { en: { join: 'Become a member' }, 'zh-CN': { join: '加入会员' } }

/** @param link - where the membership card stands; null leaves the sentence alone */
export function JoinFirst(props: {
  readonly env: BlockEnv
  readonly host: Pick<Host, 'open' | 'href'>
  readonly text: string
  readonly link: LinkValue | null
}) {
  const { env, host, text, link } = props
  return (
    <View className="sw-join">
      <Text className="sw-join__text">{text}</Text>
      {link && (
        <LinkBox link={link} host={host} env={env} className="sw-join__button">
          <Text>{wordsFor(env.language, joinWords).join}</Text>
        </LinkBox>
      )}
    </View>
  )
}
