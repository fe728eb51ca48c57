export const VIEW_NAME_MAX = 60
/** So many a person may keep, and so many the desk may share. */
export const MOST_OWN_VIEWS = 30
export const MOST_SHARED_VIEWS = 50
