import type { ReactNode } from 'react'
import { View } from '#components/primitives/index.ts'
import { Bone, LoadingBox } from '../kit/state-boxes.tsx'
import type { BlockEnv } from '../kit/view.ts'
import type { MenuProps } from './definition.ts'

/** The menu's own shape in grey, so that nothing moves when it arrives. */
export function MenuSkeleton({ env, props }: { env: BlockEnv; props: MenuProps }) {
  return (
    <LoadingBox env={env} className={`b-menu b-menu--${props.layout}`}>
      {props.search && (
        <View className="b-menu__search">
          <Bone width="100%" height="44px" />
        </View>
      )}
      <View className="b-menu__body">
        <View className="b-menu__rail">
          {times(5, (index) => (
            <View key={index} className="b-menu__category">
              <Bone width="44px" />
            </View>
          ))}
        </View>
        <View className="b-menu__list">
          <View className="b-menu__heading">
            <Bone width="80px" />
          </View>
          {times(6, (index) => (
            <View key={index} className="b-menu__dish">
              {props.pictures && <Bone width="88px" height="88px" />}
              <View className="b-menu__about">
                <Bone width="70%" />
                <Bone width="90%" height="12px" />
                <View className="b-menu__buy">
                  <Bone width="48px" height="20px" />
                </View>
              </View>
            </View>
          ))}
        </View>
      </View>
    </LoadingBox>
  )
}

function times(count: number, draw: (index: number) => ReactNode): ReactNode {
  return Array.from({ length: count }, (_, index) => draw(index))
}
