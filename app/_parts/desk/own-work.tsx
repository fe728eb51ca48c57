/** Said before somebody approves what they wrote themselves, as the settings of a one-person desk allow. */
export const OwnWork = () => (
  <p data-own-work>
    <span className="font-medium">You worked on this yourself.</span> The settings allow it at a one-person desk, and
    what is published says so for good.
  </p>
)
