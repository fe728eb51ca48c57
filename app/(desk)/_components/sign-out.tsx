import { Button } from '@/app/_ui/button'
import { signOutAction } from '../actions'

/** A plain form: signing out works without JavaScript too. */
export function SignOut() {
  return (
    <form action={signOutAction}>
      <Button type="submit" size="small">
        Sign out
      </Button>
    </form>
  )
}
