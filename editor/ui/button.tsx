import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import './button.css'

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style'> {
  /** `primary` is the one thing a screen is for; at most one in sight. */
  readonly variant?: 'primary' | 'quiet' | 'plain' | 'danger'
  readonly size?: 'small' | 'medium' | 'large'
  /** Drawn before the text; gives way to a spinner while `isPending`. */
  readonly icon?: ReactNode
  readonly isWide?: boolean
  readonly children?: ReactNode
}

export function Button({ variant = 'quiet', size = 'medium', icon, isWide = false, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={buttonClass({ variant, size, isWide })}>
      {rest.isPending ? <span className="ui-spinner" aria-hidden /> : icon}
      {children}
    </AriaButton>
  )
}

/** For links that look like buttons. */
export function buttonClass(look: Pick<ButtonProps, 'variant' | 'size' | 'isWide'>): string {
  const { variant = 'quiet', size = 'medium', isWide = false } = look
  return ['ui-button', `ui-button--${variant}`, `ui-button--${size}`, isWide ? 'ui-button--wide' : ''].join(' ').trim()
}
