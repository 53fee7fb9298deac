/** Signing in from a block: the line that offers it or says that it is so, and what happens when the customer comes back. */
import { useEffect, useState } from 'react'
import { Button, Icon, Text, View } from '#components/primitives/index.ts'
import type { Customer } from '#model/shop/customers.ts'
import './sign-in.css'
import { failureWords } from './failure-words.ts'
import type { Host } from './host.ts'
import { noteLogin } from './use-login-return.ts'
import type { BlockEnv } from './view.ts'
import { type Words, wordsFor } from './words.ts'

const signInWords: Words<{ readonly signedIn: string; readonly account: string }> = {
  en: { signedIn: 'Signed in', account: 'My account' },
  'zh-CN': { signedIn: '已登录', account: '我的账号' },
}

/** Null for nobody, undefined as long as it is not known. */
export function useCustomer(host: Host): Customer | null | undefined {
  const [customer, setCustomer] = useState<Customer | null>()
  useEffect(() => {
    let gone = false
    void host.shop.customer().then((answer) => !gone && setCustomer(answer.ok ? answer.value : null))
    return () => {
      gone = true
    }
  }, [])
  return customer
}

export function SignInLine(props: {
  readonly env: BlockEnv
  readonly host: Host
  readonly need: Parameters<Host['login']>[0]
  readonly customer: Customer | null | undefined
  /** What it offers to somebody who is not signed in. */
  readonly offer: string
}) {
  const { env, host, need, customer, offer } = props
  const words = wordsFor(env.language, signInWords)
  const [busy, setBusy] = useState(false)

  const signIn = async () => {
    setBusy(true)
    await noteLogin(host, need.nodeId)
    const { failure } = await host.login(need)
    setBusy(false)
    void noteLogin(host, null)
    host.toast(failureWords(failure.code, env.language))
  }

  if (customer === undefined) return <View className="sw-sign-in" />
  if (customer)
    return (
      <View className="sw-sign-in">
        <View className="sw-sign-in__text">
          <Icon name="check" size={16} />
          <Text>{words.signedIn}</Text>
        </View>
        <Button className="sw-sign-in__button" onClick={() => host.openAccount(customer)}>
          <Text>{words.account}</Text>
        </Button>
      </View>
    )
  return (
    <View className="sw-sign-in">
      <Button className="sw-sign-in__button" ariaBusy={busy} disabled={busy} onClick={() => void signIn()}>
        <Text>{offer}</Text>
      </Button>
    </View>
  )
}
