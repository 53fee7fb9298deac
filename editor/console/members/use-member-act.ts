import { useState } from 'react'
import { queryCache, useMutation, type ApiFailure } from '#editor/api/index.ts'
import { showToast } from '#editor/ui/index.ts'
import { failureText } from '#editor/words/failure-text.ts'
import { wordsNow, type Words } from '#editor/words/use-words.ts'
import type { MemberPage } from '#platform/contract/members.ts'
import { keys } from '../keys.ts'
import { useShop } from '../shop-context.ts'

interface Wish<Asked> {
  readonly asked: Asked
  readonly send: (asked: Asked, requestId: string) => Promise<MemberPage>
}

/**
 * Something that the counter does for a member. Sent again after a lost answer, it is done once: the same wish keeps its
 * request until the server has answered.
 */
export function useMemberAct<Asked>(
  memberId: string,
  send: Wish<Asked>['send'],
  said: (words: Words, page: MemberPage) => string,
  onDone: () => void = () => undefined,
) {
  const { program } = useShop()
  const [wish, setWish] = useState({ of: '', requestId: '' })
  return useMutation(
    (asked: Asked) => {
      const of = JSON.stringify(asked)
      const requestId = wish.of === of ? wish.requestId : crypto.randomUUID()
      setWish({ of, requestId })
      return send(asked, requestId)
    },
    {
      onDone: (page: MemberPage) => {
        setWish({ of: '', requestId: '' })
        queryCache.tell<MemberPage>(keys.member(program.id, memberId), () => page)
        void queryCache.refresh(keys.members(program.id))
        showToast({ text: said(wordsNow(), page), tone: 'good' })
        onDone()
      },
      onFailed: (failure: ApiFailure) => {
        showToast({ text: failureText(failure, wordsNow()), tone: 'bad' })
        if (failure.code !== 'offline') void queryCache.refresh(keys.member(program.id, memberId))
      },
    },
  )
}
