import { View } from '#components/primitives/index.ts'
import { Bone, LoadingBox } from '../kit/state-boxes.tsx'
import type { BlockEnv } from '../kit/view.ts'

export function OrderSkeleton({ env }: { env: BlockEnv }) {
  return (
    <LoadingBox env={env}>
      <View className="b-order-status">
        <View className="b-order-status__hero">
          <Bone width="60px" height="60px" />
          <Bone width="60%" height="26px" />
          <Bone width="80%" height="14px" />
          <Bone width="120px" height="84px" />
          <Bone width="96px" height="20px" />
          <Bone width="100%" height="64px" />
        </View>
        <View className="b-order-status__card">
          <Bone width="70%" height="20px" />
          <Bone width="50%" height="20px" />
        </View>
      </View>
    </LoadingBox>
  )
}
