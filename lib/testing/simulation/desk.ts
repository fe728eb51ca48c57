/** A row by column, as json_populate_recordset reads it. */
export type Row = Record<string, unknown>
export type Rows = Record<string, readonly Row[]>

/** Who acts at the simulated desk, and what its records rest on. */
export type Desk = { authorId: string; approverId: string; settingId: string; sourceId: string }
