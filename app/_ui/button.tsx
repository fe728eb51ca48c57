import type { AnchorHTMLAttributes, ButtonHTMLAttributes } from 'react'
import { type ButtonLook, buttonClasses } from './button-styles'
import { cx } from './classes'

export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> &
  ButtonLook & {
    /** Keeps its place and its focus while something is under way; says so in words. */
    pending?: boolean
    pendingText?: string
  }

/** A button never submits by accident: the type is `button` unless said otherwise (ActionForm's SubmitButton submits). */
export function Button({
  variant,
  size,
  pending = false,
  pendingText = 'Working …',
  className,
  children,
  type = 'button',
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-disabled={pending || undefined}
      onClick={pending ? undefined : onClick}
      className={cx(buttonClasses({ variant, size }), className)}
    >
      {pending ? pendingText : children}
    </button>
  )
}

export function LinkButton({
  variant,
  size,
  className,
  children,
  ...rest
}: AnchorHTMLAttributes<HTMLAnchorElement> & ButtonLook) {
  return (
    <a {...rest} className={cx(buttonClasses({ variant, size }), className)}>
      {children}
    </a>
  )
}
