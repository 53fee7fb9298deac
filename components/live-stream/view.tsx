import { Button, Icon, Text, View } from '#components/primitives/index.ts'
import type { ViewPropsOf } from '../kit/define-block.ts'
import { EditableText } from '../kit/editable-text.tsx'
import { FailedBox } from '../kit/failed-box.tsx'
import { LinkBox } from '../kit/link-box.tsx'
import { PictureBox } from '../kit/picture-box.tsx'
import { whenText } from '../kit/shop-time.ts'
import { Bone, LoadingBox } from '../kit/state-boxes.tsx'
import { wordsFor } from '../kit/words.ts'
import type { liveStream } from './definition.ts'
import './live-stream.css'
import { stageOf, type Stage } from './stage.ts'
import { liveStreamWords } from './words.ts'

type Block = ViewPropsOf<typeof liveStream>

export function LiveStreamView(block: Block) {
  const { props, env, data } = block
  const { title, host: streamer, cover, startsAtMs, lastsMinutes, afterwards } = props
  const words = wordsFor(env.language, liveStreamWords)
  const isCanvas = env.mode === 'canvas'
  const stage = stageOf(startsAtMs, lastsMinutes, env.nowMs)
  if (!isCanvas && (stage === 'unset' || (stage === 'over' && afterwards === 'gone'))) return null
  const { shop } = data
  const when =
    startsAtMs !== null && shop.status === 'ready'
      ? whenText(new Date(startsAtMs).toISOString(), shop.value.timeZone, env.language, env.nowMs)
      : ''
  return (
    <View className={`b-live-stream b-live-stream--${stage}`}>
      <View className="b-live-stream__card">
        <View className="b-live-stream__top">
          {(cover || isCanvas) && <PictureBox picture={cover} sizes="100vw" ratio="16 / 9" emptyText={words.cover} />}
          <View className="b-live-stream__badge" ariaRole="status">
            {stage === 'live' && <View className="b-live-stream__dot" />}
            <Text>{words[stage === 'unset' ? 'coming' : stage]}</Text>
          </View>
        </View>
        <View className="b-live-stream__body">
          <EditableText
            prop="title"
            value={title}
            env={env}
            hint={words.title}
            className="b-live-stream__title"
            headingLevel={3}
          />
          <EditableText prop="host" value={streamer} env={env} hint={words.host} className="b-live-stream__host" />
          {stage === 'unset' && <Text className="b-live-stream__when">{words.noMoment}</Text>}
          {stage === 'over' && <Text className="b-live-stream__when">{words.thanks}</Text>}
          {shop.status === 'loading' && stage !== 'unset' && (
            <LoadingBox env={env}>
              <Bone width="9em" height="1.3em" />
            </LoadingBox>
          )}
          {shop.status === 'failed' && <FailedBox env={env} code={shop.code} retry={shop.retry} />}
          {when && stage !== 'over' && (
            <View className="b-live-stream__when">
              <Icon name="clock" size={18} />
              <Text>{stage === 'live' ? words.onSince(when) : words.begins(when)}</Text>
            </View>
          )}
          <Ways block={block} stage={stage} />
        </View>
      </View>
    </View>
  )
}

/** What there is to do: be reminded, watch, watch again. */
function Ways({ block, stage }: { readonly block: Block; readonly stage: Stage }) {
  const { nodeId, props, host, env } = block
  const { title, host: streamer, startsAtMs, lastsMinutes, watch, afterwards, replay } = props
  const words = wordsFor(env.language, liveStreamWords)
  if (stage === 'over') {
    const recording = afterwards === 'replay' ? (replay ?? watch) : null
    return recording && <Way main link={recording} block={block} words={words.replay} />
  }
  const remind = async (beginsMs: number) => {
    const address = watch && host.href?.(watch)
    const saved = await host.saveToCalendar({
      id: `live-${nodeId}`,
      title: title || words.coming,
      // A path of the program is no use in a calendar.
      text: [streamer, address?.startsWith('http') ? address : ''].filter(Boolean).join('\n'),
      startsAtIso: new Date(beginsMs).toISOString(),
      endsAtIso: new Date(beginsMs + lastsMinutes * 60_000).toISOString(),
      remindMinutes: 10,
    })
    if (saved.ok) await host.toast(words.reminded)
  }
  return (
    <View className="b-live-stream__ways">
      {stage !== 'live' && (
        <Button
          className="b-live-stream__way b-live-stream__way--main"
          onClick={env.mode === 'canvas' || startsAtMs === null ? undefined : () => void remind(startsAtMs)}
        >
          <Icon name="bell" size={18} />
          <Text>{words.remind}</Text>
        </Button>
      )}
      {watch && (stage === 'live' || stage === 'soon') && (
        <Way main={stage === 'live'} link={watch} block={block} words={stage === 'live' ? words.watch : words.enter} />
      )}
    </View>
  )
}

function Way(props: {
  readonly main: boolean
  readonly link: NonNullable<Block['props']['watch']>
  readonly block: Block
  readonly words: string
}) {
  const { main, link, block, words } = props
  return (
    <LinkBox
      link={link}
      host={block.host}
      env={block.env}
      className={`b-live-stream__way${main ? ' b-live-stream__way--main' : ''}`}
    >
      <Icon name="play" size={18} />
      <Text>{words}</Text>
    </LinkBox>
  )
}
