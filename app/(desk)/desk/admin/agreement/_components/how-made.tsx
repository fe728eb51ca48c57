import { LEAST_RATED } from '@/lib/verdicts/rules/agreement'

/** How the figures come about, for who has to explain them. */
export const HowMade = () => (
  <details className="max-w-measure">
    <summary className="flex min-h-9 w-fit cursor-pointer items-center font-medium text-accent">
      How the figures are made
    </summary>
    <div className="flex flex-col gap-3 pt-2 text-15">
      <p>
        <strong>What counts.</strong> First verdicts whose second rating was given before the rater saw the first, saved
        a draft of it, or had one shown. The others are listed as not blind. A claim joins once its verdict is published
        or dropped, so that nobody who is still to rate it learns the first rating here. Both ratings count as they
        stood when the second was given.
      </p>
      <p>
        <strong>Agree</strong> is the share of claims with the same rating, with Wilson’s 95 % interval (1927).
      </p>
      <p>
        <strong>Cohen’s κ</strong> takes off what two people with their habits would agree on by chance: (Po − Pe) / (1
        − Pe), 1 for always, 0 for chance (Cohen 1960). Its 95 % interval is that of large samples (Fleiss, Cohen and
        Everitt 1969): with few claims it is too narrow rather than too wide.
      </p>
      <p>
        <strong>Weighted κ</strong> counts only claims to which both gave a rating with a number, and lets a near miss
        count in part: linearly, by the distance of the numbers (Cohen 1968; Cicchetti and Allison 1971).
      </p>
      <p>
        Below {LEAST_RATED} claims no figure is shown. Pairs are told apart by who was first, and scales are never
        mixed; a change of words alone, not of ratings and numbers, leaves a scale the same.
      </p>
    </div>
  </details>
)
