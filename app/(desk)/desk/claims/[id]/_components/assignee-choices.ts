type Person = { id: string; name: string }

/**
 * Whom a claim may be assigned to, with whom it is assigned to now where that person cannot work on claims any more: pressing
 * Assign without another choice then leaves it as it is, and takes it from nobody.
 */
export const assigneeChoices = (people: readonly Person[], assignee: Person | null): Person[] =>
  assignee === null || people.some(({ id }) => id === assignee.id)
    ? [...people]
    : [{ id: assignee.id, name: `${assignee.name} (no longer on the desk)` }, ...people]
