import { z } from 'zod'
import { ROLES } from '@/lib/core/context'
import { Id } from '@/lib/core/ids'
import { textField } from '@/lib/core/text-field'

/** Letters fold to lower case, so that one person has one account. */
export const Email = textField(254, { label: 'The e-mail address' })
  .transform((text) => text.toLowerCase())
  .pipe(z.email({ error: 'Not an e-mail address. Write it like name@example.org.' }))

export const PersonName = textField(80, { label: 'The name' })

/** A person may hold several roles, at least one: who should have none is disabled. */
export const Roles = z
  .array(z.enum(ROLES, { error: 'There is no such role.' }), { error: 'Choose at least one role.' })
  .min(1, { error: 'Choose at least one role.' })
  .transform((roles) => ROLES.filter((role) => roles.includes(role)))

export const PASSWORD_MIN = 12
const PASSWORD_MAX = 200

/** A password that is being chosen. Which ones are too common is decided in rules, where the person is known. */
export const NewPassword = z
  .string({ error: 'A password is needed.' })
  .min(PASSWORD_MIN, {
    error: `The password needs at least ${PASSWORD_MIN} characters. Several words are easy to keep.`,
  })
  .max(PASSWORD_MAX, { error: `The password may have at most ${PASSWORD_MAX} characters.` })

/** A password that is being checked: only bounded, so that nobody is told what would be allowed. */
export const GivenPassword = z.string({ error: 'The password is needed.' }).min(1).max(1000)

export const SignInInput = z.object({
  email: textField(254, { label: 'The e-mail address' }),
  password: GivenPassword,
})
export type SignInInput = z.infer<typeof SignInInput>

/** Where a sign-in comes from, as far as known: shown to its owner in the list of sessions. */
export type Origin = { address: string | null; userAgent: string | null }

export const InviteInput = z.object({ email: Email, name: PersonName.optional(), roles: Roles })
export type InviteInput = z.input<typeof InviteInput>

export const UserIdInput = z.object({ userId: Id })
export const SetRolesInput = z.object({ userId: Id, roles: Roles })
export const EndSessionInput = z.object({ sessionId: Id })

export const CreateUserInput = z.object({ email: Email, name: PersonName, roles: Roles, password: NewPassword })
export type CreateUserInput = z.input<typeof CreateUserInput>

/** 256 random bits in base64url. */
export const AccessTokenText = z.string().regex(/^[A-Za-z0-9_-]{43}$/, { error: 'This link is not complete.' })

export const AcceptInviteInput = z.object({ token: AccessTokenText, name: PersonName, password: NewPassword })
export type AcceptInviteInput = z.input<typeof AcceptInviteInput>

export const ResetPasswordInput = z.object({ token: AccessTokenText, password: NewPassword })
export type ResetPasswordInput = z.input<typeof ResetPasswordInput>

export const ChangePasswordInput = z.object({ currentPassword: GivenPassword, newPassword: NewPassword })
export type ChangePasswordInput = z.input<typeof ChangePasswordInput>
