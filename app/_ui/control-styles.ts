/** The look of text controls, as plain strings so that public pages can use them without any script of ours. */
export const controlClasses =
  'block w-full rounded-m border border-line bg-raised px-3 text-ink text-15 transition-colors placeholder:text-ink-faint hover:border-ink-soft disabled:cursor-not-allowed disabled:bg-sunk disabled:text-ink-faint aria-invalid:border-2 aria-invalid:border-rating-false'

export const inputClasses = `${controlClasses} h-10`
export const textareaClasses = `${controlClasses} min-h-24 py-2 leading-6 resize-y`
export const selectClasses = `${controlClasses} h-10 pr-8 appearance-none forced-colors:appearance-auto bg-no-repeat select-chevron`

export const labelClasses = 'block font-medium text-15 text-ink'
export const hintClasses = 'text-13 text-ink-soft'
export const errorClasses = 'text-13 font-medium text-rating-false'
