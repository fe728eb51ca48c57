/** The half-filled seal and the name, which the smallest phones have no room for beside the desk's buttons. `href` leads home. */
export function Wordmark({ href, size = 'large' }: { href: string; size?: 'large' | 'small' }) {
  const isLarge = size === 'large'
  return (
    <a href={href} className="inline-flex items-center gap-2.5 text-ink no-underline hover:text-ink">
      <svg
        viewBox="0 0 32 32"
        className={isLarge ? 'size-7 text-accent' : 'size-5 shrink-0 text-accent'}
        aria-hidden="true"
      >
        <circle cx="16" cy="16" r="13.5" fill="none" stroke="currentColor" strokeWidth="3" />
        <path d="M16 2.5a13.5 13.5 0 0 1 0 27z" fill="currentColor" />
      </svg>
      <span
        className={
          isLarge
            ? 'statement font-semibold text-28 tracking-[-0.01em]'
            : 'statement whitespace-nowrap font-semibold text-17 max-[359px]:sr-only'
        }
      >
        Borne Out
      </span>
    </a>
  )
}
