'use client'

import { useEffect, useState } from 'react'
import type { KeepingState } from './keeping'

/** Where what was typed stands, in one line beside the buttons. Troubles and their end are also spoken. */
export function KeepingLine({ state }: { state: KeepingState }) {
  const isTrouble = state.is !== 'still' && state.is !== 'typing' && state.is !== 'kept'
  const [wasTrouble, setWasTrouble] = useState(false)
  useEffect(() => {
    if (isTrouble) setWasTrouble(true)
  }, [isTrouble])
  return (
    <>
      <p
        className={isTrouble ? 'font-medium text-13 text-rating-false' : 'text-13 text-ink-soft'}
        data-keeping={state.is}
      >
        <Words state={state} />
      </p>
      <span className="sr-only" role="status">
        {isTrouble || (wasTrouble && state.is === 'kept') ? <Words state={state} /> : null}
      </span>
    </>
  )
}

function Words({ state }: { state: KeepingState }) {
  switch (state.is) {
    case 'still':
      return 'What you type is kept for you while you write; others see it once you save.'
    case 'typing':
      return 'Keeping what you type …'
    case 'kept':
      return `Kept ${clock(state.at)}. Others see it once you save.`
    case 'offline':
      return 'Offline: kept in this browser, and sent as soon as the connection is back.'
    case 'trying':
      return 'The desk does not answer: kept in this browser. Trying again.'
    case 'signed-out':
      return (
        <>
          You are signed out: kept in this browser. <SignIn /> and go on here.
        </>
      )
    case 'elsewhere':
      return 'You are writing this in another window as well. What stands here is kept in this browser only: save one of the two.'
    case 'refused':
      return `Kept in this browser only. ${state.why}`
  }
}

const SignIn = () => (
  <a href="/sign-in?next=/desk/account" target="_blank" rel="noopener">
    Sign in in a new window
  </a>
)

const clock = (at: number): string => new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
