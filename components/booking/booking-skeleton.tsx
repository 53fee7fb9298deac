import { View } from '#components/primitives/index.ts'
import { Bone, LoadingBox } from '../kit/state-boxes.tsx'
import type { BlockEnv } from '../kit/view.ts'

export function BookingSkeleton({ env }: { env: BlockEnv }) {
  const row = (count: number, width: string, height: string) =>
    Array.from({ length: count }, (_, index) => (
      <Bone key={index} className="b-booking__bone" width={width} height={height} />
    ))
  return (
    <LoadingBox env={env}>
      <View className="b-booking__bones">
        <View className="b-booking__part">
          <Bone width="96px" height="20px" />
          <View className="b-booking__strip">{row(6, '48px', '48px')}</View>
        </View>
        <View className="b-booking__part">
          <Bone width="96px" height="20px" />
          <View className="b-booking__strip">{row(6, '60px', '78px')}</View>
        </View>
        <View className="b-booking__part">
          <Bone width="96px" height="20px" />
          <View className="b-booking__grid">{row(12, '100%', '44px')}</View>
        </View>
      </View>
    </LoadingBox>
  )
}
