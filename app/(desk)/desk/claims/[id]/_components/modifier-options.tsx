const MODIFIERS = [
  ['exact', 'exact'],
  ['about', 'about'],
  ['at_least', 'at least'],
  ['at_most', 'at most'],
  ['more_than', 'more than'],
  ['less_than', 'less than'],
  ['up_to', 'up to'],
] as const

export function ModifierOptions() {
  return MODIFIERS.map(([value, label]) => (
    <option key={value} value={value}>
      {label}
    </option>
  ))
}
