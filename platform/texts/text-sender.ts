/** How text messages leave. One is handed to the platform when the operator named a service that sends them. */
export interface TextSender {
  /** @throws when the service does not take it */
  send(message: TextMessage): Promise<void>
}

export interface TextMessage {
  /** E.164, e.g. `+8613800138000`. */
  readonly to: string
  readonly text: string
  /**
   * What the text says and with what, for services that send only sentences they have approved: they know the sentence by
   * this name and fill in the parameters.
   */
  readonly template: 'sign-in-code'
  readonly language: 'en' | 'zh-CN'
  readonly parameters: { readonly [name: string]: string }
}
