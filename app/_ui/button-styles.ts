import { cva, type VariantProps } from 'class-variance-authority'

/** The look of everything that is pressed. For a framework link: `<Link className={buttonClasses({ … })}>`. */
export const buttonClasses = cva(
  [
    'inline-flex items-center justify-center gap-2 rounded-m border font-medium no-underline select-none cursor-pointer',
    'transition-colors whitespace-nowrap',
    'disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:cursor-progress aria-disabled:opacity-70',
  ],
  {
    variants: {
      variant: {
        primary:
          'border-accent bg-accent text-on-accent hover:bg-accent-strong hover:border-accent-strong hover:text-on-accent',
        secondary: 'border-line bg-raised text-ink hover:border-ink hover:bg-sunk hover:text-ink',
        quiet:
          'border-transparent bg-transparent text-accent underline decoration-transparent underline-offset-4 hover:decoration-current hover:text-accent-strong',
        danger:
          'border-rating-false bg-transparent text-rating-false hover:bg-rating-false hover:text-paper active:bg-rating-false active:text-paper',
      },
      size: {
        normal: 'h-10 px-4 text-15',
        small: 'h-8 px-3 text-13',
      },
    },
    compoundVariants: [
      { variant: 'quiet', size: 'normal', class: 'px-2' },
      { variant: 'quiet', size: 'small', class: 'px-1' },
    ],
    defaultVariants: { variant: 'secondary', size: 'normal' },
  },
)

export type ButtonLook = VariantProps<typeof buttonClasses>
