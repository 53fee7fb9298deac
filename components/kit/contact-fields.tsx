/** Name, phone and consent: what a booking and a membership both ask for. */
import { useEffect, useState } from 'react'
import { Icon, Input, Label, Text, View } from '#components/primitives/index.ts'
import type { Customer } from '#model/shop/customers.ts'
import './contact-fields.css'
import type { Host } from './host.ts'
import type { BlockEnv } from './view.ts'
import { type Words, wordsFor } from './words.ts'

export interface ContactDraft {
  readonly name: string
  readonly phone: string
  readonly consent: boolean
}
export type ContactField = keyof ContactDraft

const contactWords: Words<{ readonly [F in ContactField | `${ContactField}Missing`]: string }> = {
  en: {
    name: 'Name',
    nameMissing: 'Please tell us your name.',
    phone: 'Phone',
    phoneMissing: 'Please give a phone number we can reach you at.',
    consent: 'The shop may keep my name and number for this.',
    consentMissing: 'We need your consent to keep your details.',
  },
  'zh-CN': {
    name: '姓名',
    nameMissing: '请填写姓名。',
    phone: '手机号',
    phoneMissing: '请填写可以联系到您的手机号。',
    consent: '同意店家保存我的姓名和手机号，仅用于本次服务。',
    consentMissing: '需要您同意后才能继续。',
  },
}

/** The first thing that is missing, or null. */
export function contactProblem({ name, phone, consent }: ContactDraft): ContactField | null {
  if (!name.trim()) return 'name'
  if (phone.replace(/\D/g, '').length < 5) return 'phone'
  return consent ? null : 'consent'
}

const contactKey = 'contact'

/**
 * A draft that begins with what was given last time on this phone, or what the customer agreed to be filled in. Consent is
 * asked each time.
 */
export function useContactDraft(host: Pick<Host, 'storage'>, customer?: Customer | null) {
  const [draft, setDraft] = useState<ContactDraft>({ name: '', phone: '', consent: false })
  useEffect(() => {
    void host.storage.get(contactKey).then((kept) => {
      if (typeof kept !== 'object' || kept === null || !('name' in kept)) return
      const { name, phone } = kept
      if (typeof name !== 'string' || typeof phone !== 'string') return
      setDraft((now) => (now.name || now.phone ? now : { ...now, name, phone }))
    })
  }, [])
  useEffect(() => {
    if (!customer) return
    const { name = '', phone = '' } = customer
    setDraft((now) => ({ ...now, name: now.name || name, phone: now.phone || phone }))
  }, [customer])
  const keep = () => void host.storage.set(contactKey, { name: draft.name.trim(), phone: draft.phone.trim() })
  return { draft, setDraft, keep }
}

export function ContactFields(props: {
  readonly env: BlockEnv
  /** Makes the ids of its fields. */
  readonly id: string
  readonly draft: ContactDraft
  readonly onChange: (draft: ContactDraft) => void
  /** The field to complain about, once the visitor has tried to go on. */
  readonly problem: ContactField | null
}) {
  const { env, id, draft, onChange, problem } = props
  const words = wordsFor(env.language, contactWords)
  const line = (field: 'name' | 'phone') => (
    <View className="sw-contact__field">
      <Label for={`${id}-${field}`} className="sw-contact__label">
        {words[field]}
      </Label>
      <Input
        id={`${id}-${field}`}
        type={field === 'phone' ? 'tel' : 'text'}
        autoFill={field === 'phone' ? 'tel' : 'name'}
        value={draft[field]}
        maxlength={field === 'phone' ? 32 : 60}
        focus={problem === field}
        ariaInvalid={problem === field}
        ariaDescribedby={problem === field ? `${id}-problem` : undefined}
        onInput={(event) => onChange({ ...draft, [field]: event.detail.value })}
      />
      {problem === field && <Problem id={id} text={words[`${field}Missing`]} />}
    </View>
  )
  return (
    <View className="sw-contact">
      {line('name')}
      {line('phone')}
      <View
        className={`sw-contact__consent${draft.consent ? ' sw-contact__consent--on' : ''}`}
        ariaRole="checkbox"
        ariaChecked={draft.consent}
        onClick={() => onChange({ ...draft, consent: !draft.consent })}
      >
        <View className="sw-contact__box">{draft.consent && <Icon name="check" size={16} />}</View>
        <Text>{words.consent}</Text>
      </View>
      {problem === 'consent' && <Problem id={id} text={words.consentMissing} />}
    </View>
  )
}

function Problem({ id, text }: { id: string; text: string }) {
  return (
    <Text id={`${id}-problem`} className="sw-contact__problem" ariaRole="alert">
      {text}
    </Text>
  )
}
